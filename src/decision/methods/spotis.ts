import type { Method } from "./method.ts";
import { columnsOf, endsOf, rowsOf, sum, type DecisionTable } from "./table.ts";

export const spotis: Method = {
  id: "spotis",
  title: "Distance from the best end of fixed ranges (SPOTIS)",
  formula: "Σ w · |x − best| ÷ |best − worst|; ranges of the set where none is stated",
  higherIsBetter: false,
  reads: [],
  defaults: {},
  differs: "does not bend the values and does not clip them, but is additive on the same ranges",
  definition:
    "J. Dezert, A. Tchamova, D. Han & J.-M. Tacnet, The SPOTIS rank reversal free method for MCDM, FUSION 2020",
  testedOn: "Dezert et al. 2020",
  apply(table) {
    const distances = columnsOf(table).map((column, j) => {
      const { best, worst } = statedOrFound(table, column, j);
      const weight = table.criteria[j]?.weight ?? 0;
      const span = Math.abs(best - worst);
      return column.map((x) => (span === 0 ? 0 : (weight * Math.abs(x - best)) / span));
    });
    const rows = rowsOf(distances, table.figures.length);
    return { scores: rows.map(sum), parts: rows.map((row) => row.map((x) => -x)) };
  },
};

/** The range that the file states for the criterion, or the ends of the column. */
export function statedOrFound(
  table: DecisionTable,
  column: readonly number[],
  criterion: number,
): { best: number; worst: number } {
  const { range, direction = "max" } = table.criteria[criterion] ?? {};
  return range ?? endsOf(column, direction);
}
