import { cilos } from "./cilos.ts";
import type { ComparisonWeights } from "./comparison.ts";
import { shares } from "./elicitation.ts";
import { entropy, positiveObstacle } from "./entropy.ts";

export const idocriw: ComparisonWeights = {
  id: "idocriw",
  title: "IDOCRIW weights (entropy × impact loss)",
  formula: "w ∝ entropy weight × CILOS weight",
  reads: [],
  definition:
    "E. K. Zavadskas & V. Podvezko, Integrated determination of objective criteria weights in MCDM, IJITDM 15(2), 2016",
  testedOn: "Zavadskas & Podvezko 2016",
  obstacle: positiveObstacle,
  apply(table, options) {
    const spread = entropy.apply(table, {});
    return shares(cilos.apply(table, options).map((weight, j) => weight * (spread[j] ?? 0)));
  },
};
