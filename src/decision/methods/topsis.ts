import type { DistanceId, Method } from "./method.ts";
import { normalise, ratioObstacle } from "./normalise.ts";
import { rowsOf, sum, weightsOf } from "./table.ts";

export const topsis: Method = {
  id: "topsis",
  title: "Closeness to the ideal (TOPSIS)",
  formula: "d⁻ ÷ (d⁺ + d⁻), distances of w · r to the best and worst of each column",
  higherIsBetter: true,
  reads: ["normalisation", "distance"],
  defaults: { normalisation: "vector", distance: "euclidean" },
  differs: "squares weights and distances, and measures them from the best and worst candidate",
  definition:
    "C.-L. Hwang & K. Yoon, Multiple Attribute Decision Making, Springer 1981, ch. 3 (vector normalisation)",
  testedOn:
    "Hwang & Yoon 1981; Opricovic & Tzeng 2004 (min-max); Hodgett (R package MCDA); Yildirim & Onder 2015 (JMcDM)",
  obstacle: (table, { normalisation = "vector" }) => ratioObstacle(table, normalisation),
  apply(table, { normalisation = "vector", distance = "euclidean" }) {
    const weights = weightsOf(table);
    const placed = normalise(table, normalisation).map((row) =>
      row.map((r, j) => r * (weights[j] ?? 0)),
    );
    const columns = table.criteria.map((_, j) => placed.map((row) => row[j] ?? 0));
    const [highest = [], lowest = []] = rowsOf(
      columns.map((column) => [Math.max(...column), Math.min(...column)]),
      2,
    );
    const { part, whole } = DISTANCES[distance];
    const apart = (row: readonly number[], from: readonly number[]): number[] =>
      row.map((x, j) => part(Math.abs(x - (from[j] ?? 0))));
    const toIdeal = placed.map((row) => apart(row, highest));
    const toWorst = placed.map((row) => apart(row, lowest));
    const near = toIdeal.map(whole);
    const far = toWorst.map(whole);
    return {
      // Where all are equal everybody is ideal and anti-ideal at once.
      scores: near.map((d, i) =>
        (far[i] ?? 0) + d === 0 ? 0.5 : (far[i] ?? 0) / (d + (far[i] ?? 0)),
      ),
      detail: { toIdeal: near, toWorst: far },
      parts: toWorst.map((parts, i) => parts.map((x, j) => x - (toIdeal[i]?.[j] ?? 0))),
    };
  },
};

/** What each criterion adds to a distance, and the distance that comes of it. */
const DISTANCES: Readonly<
  Record<DistanceId, { part: (gap: number) => number; whole: (parts: readonly number[]) => number }>
> = {
  euclidean: { part: (gap) => gap * gap, whole: (parts) => Math.sqrt(sum(parts)) },
  manhattan: { part: (gap) => gap, whole: sum },
  chebyshev: { part: (gap) => gap, whole: (parts) => Math.max(0, ...parts) },
};
