/** Σ row · x ≤ atMost, with atMost ≥ 0. */
export interface Constraint {
  readonly row: readonly number[];
  readonly atMost: number;
}

const ZERO = 1e-11;

/**
 * Minimises Σ costs · x over x ≥ 0, constraints, and one equation with a positive right side: the two-phase simplex method
 * on a dense tableau, with the pivot rule that cannot cycle (R. G. Bland, Mathematics of Operations Research 2, 1977).
 *
 * @throws RangeError when nothing meets the constraints or the cost has no lower bound
 */
export function leastLinear(
  costs: readonly number[],
  constraints: readonly Constraint[],
  equation: { row: readonly number[]; equals: number },
): number[] {
  const n = costs.length;
  const rows = constraints.length + 1;
  const artificial = n + constraints.length;
  const width = artificial + 2;
  const tableau = [
    ...constraints.map(({ row, atMost }, k) => tableauRow(row, atMost, n + k, width)),
    tableauRow(equation.row, equation.equals, artificial, width),
  ];
  const basis = tableau.map((_, k) => n + k);

  const pivot = (at: number, column: number): void => {
    const pivotRow = tableau[at] ?? new Float64Array(width);
    const scale = pivotRow[column] ?? 1;
    for (let j = 0; j < width; j += 1) pivotRow[j] = (pivotRow[j] ?? 0) / scale;
    for (const [i, row] of tableau.entries()) {
      const factor = row[column] ?? 0;
      if (i === at || factor === 0) continue;
      for (let j = 0; j < width; j += 1) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
    basis[at] = column;
  };

  const minimise = (cost: (column: number) => number, columns: number): void => {
    for (;;) {
      const entering = firstIndex(columns, (j) => {
        const reduced = basis.reduce(
          (left, basic, i) => left - cost(basic) * (tableau[i]?.[j] ?? 0),
          cost(j),
        );
        return reduced < -ZERO;
      });
      if (entering === null) return;
      let leaving = -1;
      let least = Infinity;
      for (let i = 0; i < rows; i += 1) {
        const by = tableau[i]?.[entering] ?? 0;
        if (by <= ZERO) continue;
        const ratio = (tableau[i]?.[width - 1] ?? 0) / by;
        const tied = Math.abs(ratio - least) <= ZERO;
        if (ratio < least - ZERO || (tied && (basis[i] ?? 0) < (basis[leaving] ?? 0))) {
          least = Math.min(least, ratio);
          leaving = i;
        }
      }
      if (leaving === -1) throw new RangeError("the cost has no lower bound");
      pivot(leaving, entering);
    }
  };

  minimise((column) => (column === artificial ? 1 : 0), artificial + 1);
  const left = basis.indexOf(artificial);
  if (left !== -1) {
    if ((tableau[left]?.[width - 1] ?? 0) > 1e-9) throw new RangeError("nothing is feasible");
    const column = firstIndex(artificial, (j) => Math.abs(tableau[left]?.[j] ?? 0) > ZERO);
    if (column !== null) pivot(left, column);
  }
  minimise((column) => costs[column] ?? 0, artificial);
  return costs.map((_, column) => {
    const row = basis.indexOf(column);
    return row === -1 ? 0 : (tableau[row]?.[width - 1] ?? 0);
  });
}

function tableauRow(
  row: readonly number[],
  rightSide: number,
  slack: number,
  width: number,
): Float64Array {
  const line = new Float64Array(width);
  line.set(row);
  line[slack] = 1;
  line[width - 1] = rightSide;
  return line;
}

function firstIndex(count: number, holds: (index: number) => boolean): number | null {
  for (let index = 0; index < count; index += 1) if (holds(index)) return index;
  return null;
}
