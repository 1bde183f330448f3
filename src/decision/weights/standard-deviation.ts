import { columnsOf } from "../methods/table.ts";
import type { ComparisonWeights } from "./comparison.ts";
import { deviation } from "./critic.ts";
import { shares } from "./elicitation.ts";

export const standardDeviation: ComparisonWeights = {
  id: "standard-deviation",
  title: "Standard deviation weights",
  formula: "w ∝ σ of the figures in their own units",
  reads: [],
  definition: "as in pymcdm 1.4.0 (std_weights): no normalisation, so the units decide",
  testedOn: "pymcdm 1.4.0 on random matrices",
  apply: (table) => shares(columnsOf(table).map(deviation)),
};
