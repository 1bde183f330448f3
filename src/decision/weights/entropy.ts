import { negativeObstacle, ratioObstacle } from "../methods/normalise.ts";
import { columnsOf, sum, type DecisionTable } from "../methods/table.ts";
import type { ComparisonWeights } from "./comparison.ts";
import { shares } from "./elicitation.ts";

export const entropy: ComparisonWeights = {
  id: "entropy",
  title: "Entropy weights",
  formula: "w ∝ 1 − E, E = −Σ p ln p ÷ ln m, p = x ÷ Σx",
  reads: ["directed"],
  definition:
    "C. E. Shannon 1948; C.-L. Hwang & K. Yoon, Multiple Attribute Decision Making, 1981, ch. 3",
  testedOn: "Xu 2004; Elsayed et al. 2017; Lee & Chang 2018; Ersoy 2021",
  obstacle: (table, { directed = false }) =>
    negativeObstacle(table) ?? (directed ? ratioObstacle(table, "sum") : null),
  // Most sources take shares of costs as they stand; some invert costs first.
  apply(table, { directed = false }) {
    const m = table.figures.length;
    return shares(
      columnsOf(table).map((figures, j) => {
        const turns = directed && table.criteria[j]?.direction === "min";
        const column = turns ? figures.map((x) => 1 / x) : figures;
        const total = sum(column);
        if (total === 0 || m < 2) return 0;
        // 0 ln 0 is 0. A constant column has entropy 1 up to rounding.
        const spread = -sum(column.map((x) => (x === 0 ? 0 : (x / total) * Math.log(x / total))));
        const divergence = 1 - spread / Math.log(m);
        return divergence < 1e-12 ? 0 : divergence;
      }),
    );
  },
};

export function positiveObstacle(table: DecisionTable): string | null {
  const j = columnsOf(table).findIndex((column) => column.some((x) => x <= 0));
  return j === -1
    ? null
    : `ratios need figures above 0, and ${table.criteria[j]?.id} has none or less`;
}
