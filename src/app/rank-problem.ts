import { columnsOf, rowsOf } from "../decision/methods/table.ts";
import { endsOfShape } from "../decision/values/value-model.ts";
import { judged } from "../decision/weights/derive-weights.ts";
import type { PairwiseWeights } from "../decision/weights/pairwise.ts";
import type { Matrix, MatrixAlternative, MatrixCriterion } from "../input/matrix/matrix-types.ts";

/** The alternatives that are judged, with a figure in every cell. */
export interface RankProblem {
  readonly criteria: readonly MatrixCriterion[];
  readonly alternatives: readonly MatrixAlternative[];
  /** Alternatives × criteria; an unknown figure is replaced by the worst one. */
  readonly figures: readonly (readonly number[])[];
  readonly unknown: readonly (readonly boolean[])[];
}

/** Priorities of the alternatives on each criterion that has comparisons (AHP), by criterion. */
export function localPriorities({ criteria }: Matrix): (PairwiseWeights | null)[] {
  return criteria.map(({ comparisons }) => (comparisons === null ? null : judged(comparisons)));
}

/**
 * The matrix with priorities in the place of comparisons. They are values already, so their range is 0 to 1; in the ideal mode
 * they are shares of the largest, so that an added copy changes nothing (V. Belton & T. Gear, Omega 11(3), 1983).
 */
export function withPriorities(
  matrix: Matrix,
  priorities: readonly (PairwiseWeights | null)[],
): Matrix {
  const scaled = priorities.map((each, j) => {
    if (each === null) return null;
    const ideal = matrix.criteria[j]?.comparisons?.mode === "ideal";
    const largest = ideal ? Math.max(...each.weights) : 1;
    return each.weights.map((weight) => weight / largest);
  });
  return {
    ...matrix,
    criteria: matrix.criteria.map((criterion, j) =>
      scaled[j] === null
        ? criterion
        : { ...criterion, shape: { kind: "linear", worst: 0, best: 1 }, errors: "absolute" },
    ),
    alternatives: matrix.alternatives.map((alternative, i) => ({
      ...alternative,
      cells: alternative.cells.map((cell, j) => {
        const column = scaled[j] ?? null;
        return column === null ? cell : { value: column[i] ?? 0, deviation: 0 };
      }),
    })),
  };
}

export function problemOf(
  criteria: readonly MatrixCriterion[],
  alternatives: readonly MatrixAlternative[],
): RankProblem {
  const columns = criteria.map((criterion, j) => {
    const known = alternatives.flatMap(({ cells }) => cells[j]?.value ?? []);
    const worst = worstOf(criterion, known);
    return alternatives.map(({ cells }) => cells[j]?.value ?? worst);
  });
  return {
    criteria,
    alternatives,
    figures: rowsOf(columns, alternatives.length),
    unknown: alternatives.map(({ cells }) => cells.map(({ value }) => value === null)),
  };
}

/** What stands in for an unknown figure: the worst end of the range, or the worst that is known. */
function worstOf({ shape, direction }: MatrixCriterion, known: readonly number[]): number {
  const ends = shape === null ? null : endsOfShape(shape);
  if (ends !== null) return ends.worst;
  if (shape?.kind === "target") return shape.low;
  if (shape?.kind === "piecewise") {
    const lowest = Math.min(...shape.points.map(([, value]) => value));
    return shape.points.find(([, value]) => value === lowest)?.[0] ?? 0;
  }
  if (known.length === 0) return 0;
  return direction === "max" ? Math.min(...known) : Math.max(...known);
}

/** Figures as dominance compares them: more is better. */
export function orientedRows(
  { criteria, figures }: RankProblem,
  values: readonly (readonly number[])[],
  directions: readonly ("max" | "min" | null)[],
): number[][] {
  const valued = columnsOf({ criteria: criteria.map(toTable), figures: values });
  const raw = columnsOf({ criteria: criteria.map(toTable), figures });
  return rowsOf(
    directions.map((direction, j) => {
      if (direction === null) return valued[j] ?? [];
      return (raw[j] ?? []).map((figure) => (direction === "max" ? figure : -figure));
    }),
    figures.length,
  );
}

function toTable({ id, direction }: MatrixCriterion) {
  return { id, direction, weight: 0 };
}
