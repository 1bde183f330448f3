import type { Assessed } from "./assessed.ts";
import { correlation } from "./robustness/correlation.ts";
import type { CriterionInfo } from "./types.ts";

/** Two weighed criteria that say the same in whole or in part, so that their weights add up on one thing. */
export interface DoubleCounting {
  criteria: readonly [string, string];
  /** Arithmetic: one is made of the other, whoever the candidates are. Correlation: it is so among these candidates. */
  kind: "arithmetic" | "correlation";
  /** Pearson's r of the values over the candidates; null where it is not defined (a constant column) or too few are there. */
  correlation: number | null;
  sentence: string;
}

/** Known ties. `share` says how much of the first is the second, for ties that matter only from some share on. */
interface Tie {
  pair: readonly [string, string];
  why: string;
  share?: (candidate: Assessed) => number;
}

const TIES: readonly Tie[] = [
  { pair: ["cost", "unit-cost"], why: "a unit costs the total over the units of the demand" },
  { pair: ["cost", "capital"], why: "the total charges what is paid at the start" },
  {
    pair: ["cost", "energy"],
    why: "the total holds the electricity",
    share: ({ plan }) => plan.cost.energyUsd / plan.cost.totalUsd,
  },
  { pair: ["energy", "carbon"], why: "emissions are energy times the grid's figure" },
  { pair: ["risk", "supply"], why: "risk holds the parts of supply" },
  { pair: ["risk", "accuracy"], why: "risk holds the part of accuracy" },
];

/** A part smaller than this is not worth a warning. */
const SMALL_SHARE = 0.05;
/** From here on two criteria are called one. */
const STRONG = 0.9;
/** Over fewer candidates a high correlation means nothing. */
const FEWEST = 5;

/** @param contenders with their values by criterion, in the order of `criteria` */
export function doubleCounting(
  criteria: readonly CriterionInfo[],
  contenders: readonly { candidate: Assessed; values: readonly number[] }[],
): readonly DoubleCounting[] {
  const weighed = criteria.flatMap(({ id, weight }, index) =>
    weight > 0 ? [{ id, column: contenders.map(({ values }) => values[index] ?? 0) }] : [],
  );
  return weighed.flatMap((a, position) =>
    weighed.slice(position + 1).flatMap((b): DoubleCounting[] => {
      const r = contenders.length < FEWEST ? null : correlation(a.column, b.column, "pearson");
      const found = tied(a.id, b.id, contenders) ?? correlated(a.id, b.id, r);
      return found === null ? [] : [{ ...found, criteria: [a.id, b.id], correlation: r }];
    }),
  );
}

type Found = Pick<DoubleCounting, "kind" | "sentence">;

function tied(a: string, b: string, contenders: readonly { candidate: Assessed }[]): Found | null {
  const tie = TIES.find(({ pair }) => pair.includes(a) && pair.includes(b));
  if (tie === undefined) return null;
  const { share, why } = tie;
  if (share === undefined) {
    return { kind: "arithmetic", sentence: `${a} and ${b} count the same thing twice: ${why}.` };
  }
  const shares = contenders.map(({ candidate }) => share(candidate));
  const mean = shares.reduce((sum, each) => sum + each, 0) / Math.max(1, shares.length);
  if (mean < SMALL_SHARE) return null;
  const percent = `${Math.round(mean * 100)} %`;
  return {
    kind: "arithmetic",
    sentence: `${b} counts twice in part: ${why}, which is ${percent} of it on average.`,
  };
}

function correlated(a: string, b: string, r: number | null): Found | null {
  if (r === null || Math.abs(r) <= STRONG) return null;
  const how =
    r > 0
      ? "rank these candidates alike, so that their weights add up"
      : "rank these candidates in opposite order, so that their weights cancel out";
  return {
    kind: "correlation",
    sentence: `${a} and ${b} ${how} (correlation ${r.toFixed(2)}).`,
  };
}
