import { columnsOf, sum } from "../methods/table.ts";
import type { ComparisonWeights } from "./comparison.ts";
import { shares } from "./elicitation.ts";
import { positiveObstacle } from "./entropy.ts";

export const cilos: ComparisonWeights = {
  id: "cilos",
  title: "CILOS weights (impact loss)",
  formula: "F w = 0, f_ij = loss on j where i is best, f_jj = −Σ_i f_ij",
  reads: [],
  definition:
    "E. K. Zavadskas & V. Podvezko, Integrated determination of objective criteria weights in MCDM, IJITDM 15(2), 2016",
  testedOn: "Zavadskas & Podvezko 2016",
  obstacle: positiveObstacle,
  apply(table) {
    const columns = columnsOf(table).map((column, j) => {
      const isCost = table.criteria[j]?.direction === "min";
      const least = Math.min(...column);
      return shares(isCost ? column.map((x) => least / x) : column);
    });
    const bestRow = columns.map((column) => column.indexOf(Math.max(...column)));
    const loss = bestRow.map((row) =>
      columns.map((column, j) => {
        const best = column[bestRow[j] ?? 0] ?? 1;
        return (best - (column[row] ?? 0)) / best;
      }),
    );
    const losses = columns.map((_, j) => sum(loss.map((row) => row[j] ?? 0)));
    const matrix = loss.map((row, i) => row.map((x, j) => (i === j ? -(losses[j] ?? 0) : x)));
    return shares(nullVector(matrix).map((x) => Math.max(0, x)));
  },
};

/**
 * The direction that a singular matrix maps to 0: Gauss's elimination with the last unknown free. Where more are free
 * (criteria that lose nothing) they share alike.
 */
function nullVector(matrix: readonly (readonly number[])[]): number[] {
  const rows = matrix.map((row) => [...row]);
  const n = rows.length;
  const pivots = new Map<number, number>();
  let next = 0;
  for (let column = 0; column < n; column += 1) {
    const candidates = rows.slice(next).map((row) => Math.abs(row[column] ?? 0));
    const largest = Math.max(0, ...candidates);
    if (largest < 1e-12) continue;
    const at = next + candidates.indexOf(largest);
    const pivotRow = rows[at] ?? [];
    [rows[next], rows[at]] = [pivotRow, rows[next] ?? []];
    for (const [i, row] of rows.entries()) {
      if (i === next) continue;
      const factor = (row[column] ?? 0) / (pivotRow[column] ?? 1);
      rows[i] = row.map((x, j) => x - factor * (pivotRow[j] ?? 0));
    }
    pivots.set(column, next);
    next += 1;
  }
  const free = rows.map((_, column) => column).filter((column) => !pivots.has(column));
  return rows.map((_, column) => {
    const row = pivots.get(column);
    if (row === undefined) return 1;
    return -sum(free.map((j) => rows[row]?.[j] ?? 0)) / (rows[row]?.[column] ?? 1);
  });
}
