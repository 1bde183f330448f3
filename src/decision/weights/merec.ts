import { columnsOf, rowsOf, sum } from "../methods/table.ts";
import type { ComparisonWeights } from "./comparison.ts";
import { shares } from "./elicitation.ts";
import { positiveObstacle } from "./entropy.ts";

export const merec: ComparisonWeights = {
  id: "merec",
  title: "MEREC weights (effect of removing a criterion)",
  formula:
    "w ∝ Σ_i |S_i without j − S_i|, S = ln(1 + (1/n) Σ |ln r|), r = smallest ÷ x, for a cost x ÷ largest",
  reads: [],
  definition:
    "M. Keshavarz-Ghorabaee, M. Amiri, E. K. Zavadskas, Z. Turskis & J. Antucheviciene, Symmetry 13(4):525, 2021",
  testedOn: "Keshavarz-Ghorabaee et al. 2021",
  obstacle: positiveObstacle,
  apply(table) {
    const n = table.criteria.length;
    const logarithms = columnsOf(table).map((column, j) => {
      const isBenefit = table.criteria[j]?.direction === "max";
      const least = Math.min(...column);
      const most = Math.max(...column);
      return column.map((x) => Math.abs(Math.log(isBenefit ? least / x : x / most)));
    });
    const rows = rowsOf(logarithms, table.figures.length);
    const performance = (total: number): number => Math.log1p(total / n);
    return shares(
      table.criteria.map((_, j) =>
        sum(
          rows.map((row) =>
            Math.abs(performance(sum(row) - (row[j] ?? 0)) - performance(sum(row))),
          ),
        ),
      ),
    );
  },
};
