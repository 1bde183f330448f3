import type { Method } from "./method.ts";
import { normalise, ratioObstacle, type NormalisationId } from "./normalise.ts";
import { columnsOf, sum, weightsOf, type DecisionTable } from "./table.ts";

export const weightedProduct: Method = {
  id: "weighted-product",
  title: "Weighted product (WPM)",
  formula: "Π r^w, r the normalised figure; without normalisation Π x^±w",
  higherIsBetter: true,
  reads: ["normalisation"],
  defaults: { normalisation: "linear-max" },
  differs: "multiplies ratios, so that one very low figure cannot be made up for elsewhere",
  definition:
    "P. W. Bridgman, Dimensional Analysis, 1922; D. W. Miller & M. K. Starr, Executive Decisions and Operations Research, 1969",
  testedOn: "JMcDM 0.8.3 testwpm.jl; Wikipedia, Weighted product model",
  obstacle: (table, { normalisation = "linear-max" }) =>
    ratioObstacle(table, normalisation) ?? negativeObstacle(table, normalisation),
  apply(table, { normalisation = "linear-max" }) {
    const parts = logarithms(table, normalisation);
    return { scores: parts.map((row) => Math.exp(sum(row))), parts };
  },
};

/**
 * w · ln r for each cell. A ratio of 0 (a benefit of nothing) makes the product 0: its logarithm is the lowest that keeps
 * sums finite.
 */
function logarithms(table: DecisionTable, way: NormalisationId): number[][] {
  const weights = weightsOf(table);
  const log = (ratio: number, weight: number): number =>
    weight === 0 ? 0 : weight * Math.log(Math.max(ratio, Number.MIN_VALUE));
  if (way !== "none") {
    return normalise(table, way).map((row) => row.map((r, j) => log(r, weights[j] ?? 0)));
  }
  const signs = table.criteria.map(({ direction }) => (direction === "max" ? 1 : -1));
  return table.figures.map((row) => row.map((x, j) => (signs[j] ?? 1) * log(x, weights[j] ?? 0)));
}

function negativeObstacle(table: DecisionTable, way: NormalisationId): string | null {
  if (way === "min-max" || way === "sum" || way === "linear-max") return null;
  const columns = columnsOf(table);
  const negative = table.criteria.find((_, j) => columns[j]?.some((x) => x < 0));
  if (negative !== undefined)
    return `powers need figures of at least 0, and ${negative.id} has less`;
  const zero = table.criteria.find(
    ({ direction }, j) => direction === "min" && columns[j]?.includes(0),
  );
  if (way !== "none" || zero === undefined) return null;
  return `a cost stands below the line, and ${zero.id} has a 0`;
}
