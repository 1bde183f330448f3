import type { Metric } from "./metric.ts";

/** Figures that compare the spec with every chip of the catalogue. */
export const RANKING_METRICS: readonly Metric[] = [
  {
    id: "rank",
    title: "rank among all chips",
    aliases: ["place"],
    dimension: "count",
    unit: "",
    better: "lower",
    scope: "ranking",
    formula: "1 + number of chips of the catalogue that meet every limit and score higher",
    read: ({ outcome }) => outcome?.rank ?? null,
  },
  {
    id: "rankAcceptability",
    title: "share of the weights at which it takes the rank",
    aliases: ["acceptability", "rank acceptability"],
    dimension: "share",
    unit: "",
    better: "higher",
    scope: "ranking",
    formula:
      "rank acceptability index of SMAA-2 over all weights there are (10,000 draws, seed 1), summed over the ranks that the assertion accepts (Lahdelma and Salminen 2001)",
    read: ({ outcome, ranks }) => {
      if (!outcome) return null;
      if (outcome.rank === null) return 0;
      const shares = outcome.rankAcceptability();
      return shares && shares.slice(0, ranks).reduce((sum, share) => sum + share, 0);
    },
  },
];
