import type { Method } from "./method.ts";
import { normalise, ratioObstacle } from "./normalise.ts";
import { sum, weightsOf } from "./table.ts";

export const weightedSum: Method = {
  id: "weighted-sum",
  title: "Weighted sum of normalised figures (WSM, SAW)",
  formula: "Σ w · r, r the normalised figure",
  higherIsBetter: true,
  reads: ["normalisation"],
  defaults: { normalisation: "min-max" },
  differs: "takes its scale from the candidates instead of fixed ranges",
  definition:
    "P. C. Fishburn, Additive Utilities with Incomplete Product Sets, Operations Research 15(3), 1967; form as in Hwang & Yoon 1981, ch. 3 (SAW)",
  testedOn:
    "Triantaphyllou 2000; Kracka, Brauers & Zavadskas 2010; Afshari, Mojahed & Yusuff 2010; Rizan et al. 2020",
  obstacle: (table, { normalisation = "min-max" }) => ratioObstacle(table, normalisation),
  apply(table, { normalisation = "min-max" }) {
    const weights = weightsOf(table);
    const parts = normalise(table, normalisation).map((row) =>
      row.map((r, j) => r * (weights[j] ?? 0)),
    );
    return { scores: parts.map(sum), parts };
  },
};
