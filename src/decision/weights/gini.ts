import { negativeObstacle } from "../methods/normalise.ts";
import { columnsOf, sum } from "../methods/table.ts";
import type { ComparisonWeights } from "./comparison.ts";
import { shares } from "./elicitation.ts";

export const gini: ComparisonWeights = {
  id: "gini",
  title: "Gini weights",
  formula: "w ∝ Σ_i Σ_k |x_i − x_k| ÷ (2 m² · mean)",
  reads: [],
  definition: "C. Gini, Variabilità e mutabilità, 1912; as weights in pymcdm 1.4.0",
  testedOn: "pymcdm 1.4.0 on random matrices",
  obstacle: negativeObstacle,
  apply: (table) =>
    shares(
      columnsOf(table).map((column) => {
        const total = sum(column);
        const apart = sum(column.flatMap((x) => column.map((other) => Math.abs(x - other))));
        return total === 0 ? 0 : apart / (2 * column.length * total);
      }),
    ),
};
