import { normaliseColumn } from "../methods/normalise.ts";
import { columnsOf, sum } from "../methods/table.ts";
import { correlation } from "../robustness/correlation.ts";
import type { ComparisonWeights } from "./comparison.ts";
import { shares } from "./elicitation.ts";

export const critic: ComparisonWeights = {
  id: "critic",
  title: "CRITIC weights (contrast and conflict)",
  formula: "w ∝ σ_j Σ_k (1 − r_jk) of the min-max figures",
  reads: ["directed", "correlation"],
  definition:
    "D. Diakoulaki, G. Mavrotas & L. Papayannakis, Computers & Operations Research 22(7), 1995, 763-770",
  testedOn: "Diakoulaki et al. 1995; Tus & Adali 2019; Akcakanat, Aksoy & Teker 2018",
  apply(table, { directed = true, correlation: which = "pearson" }) {
    const columns = columnsOf(table).map((column, j) =>
      normaliseColumn(
        column,
        directed ? (table.criteria[j]?.direction ?? "max") : "max",
        "min-max",
      ),
    );
    return shares(
      columns.map((column) => {
        const conflict = columns.map((other) => 1 - (correlation(column, other, which) ?? 0));
        return deviation(column) * sum(conflict);
      }),
    );
  },
};

/** Standard deviation of the population; with that of a sample all weights are the same. */
export function deviation(column: readonly number[]): number {
  const mean = sum(column) / column.length;
  return Math.sqrt(sum(column.map((x) => (x - mean) ** 2)) / column.length);
}
