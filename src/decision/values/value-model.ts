import type { Direction, MatrixCriterion, ValueShape } from "../../input/matrix/matrix-types.ts";
import { shapeDirection } from "../../input/matrix/shape-direction.ts";
import type { DecisionTable } from "../methods/table.ts";
import { endsOf } from "../methods/table.ts";
import { worthOf, type Worth } from "./shape.ts";

/** What the value model needs of a criterion. */
export type ValuedCriterion = Pick<
  MatrixCriterion,
  "id" | "direction" | "shape" | "outside" | "preference"
>;

/**
 * Value functions as they are applied. Where the file states no range, the ends of the column give a linear one: it then
 * depends on the alternatives, and adding one can turn the ranking round. Null: all are equal, and everybody is at the best end.
 */
export function appliedShapes(
  criteria: readonly ValuedCriterion[],
  figures: readonly (readonly number[])[],
): (ValueShape | null)[] {
  return criteria.map(({ shape, direction }, j) => {
    if (shape !== null) return shape;
    if (figures.length === 0) return null;
    const { best, worst } = endsOf(
      figures.map((row) => row[j] ?? 0),
      direction,
    );
    return best === worst ? null : { kind: "linear", worst, best };
  });
}

export function valueOn(
  shape: ValueShape | null,
  figure: number,
  outside: "clip" | "extrapolate",
): Worth {
  return shape === null ? { value: 1, clipped: false } : worthOf(shape, figure, outside);
}

/** Values of all cells, alternatives × criteria. */
export function valuesOf(
  criteria: readonly ValuedCriterion[],
  figures: readonly (readonly number[])[],
): number[][] {
  const shapes = appliedShapes(criteria, figures);
  return figures.map((row) =>
    criteria.map(({ outside }, j) => valueOn(shapes[j] ?? null, row[j] ?? 0, outside).value),
  );
}

/** The direction in which a figure gets better, or null where the best lies in between. */
export function monotoneDirection({ shape, direction }: ValuedCriterion): Direction | null {
  return shape === null ? direction : shapeDirection(shape);
}

/**
 * The table that the other methods judge: figures in their own units, with `values` in their place where the best figure lies
 * in between (no method but the value model knows of that), or everywhere on request.
 */
export function tableFor(
  criteria: readonly ValuedCriterion[],
  weights: readonly number[],
  figures: readonly (readonly number[])[],
  inputs: "figures" | "values",
): DecisionTable {
  const values = valuesOf(criteria, figures);
  const asValue = criteria.map(
    (criterion) => inputs === "values" || monotoneDirection(criterion) === null,
  );
  return {
    figures: figures.map((row, i) =>
      row.map((figure, j) => (asValue[j] === true ? (values[i]?.[j] ?? 0) : figure)),
    ),
    criteria: criteria.map(({ id, direction, shape, preference }, j) => {
      const weight = weights[j] ?? 0;
      if (asValue[j] === true) {
        return { id, direction: "max", weight, range: { worst: 0, best: 1 } };
      }
      const range = shape === null ? null : endsOfShape(shape);
      return {
        id,
        direction,
        weight,
        ...(range === null ? {} : { range }),
        ...(preference === null ? {} : { preference }),
      };
    }),
  };
}

/** The figures that are worth least and most; null where the best lies in between. */
export function endsOfShape(shape: ValueShape): { worst: number; best: number } | null {
  switch (shape.kind) {
    case "target":
      return null;
    case "saturating":
      return { worst: shape.worst, best: shape.enough };
    case "piecewise": {
      const direction = shapeDirection(shape);
      const first = shape.points[0]?.[0] ?? 0;
      const last = shape.points.at(-1)?.[0] ?? 0;
      if (direction === null) return null;
      return direction === "max" ? { worst: first, best: last } : { worst: last, best: first };
    }
    default:
      return { worst: shape.worst, best: shape.best };
  }
}
