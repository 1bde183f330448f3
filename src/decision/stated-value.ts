import type { ValueShape } from "../input/matrix/matrix-types.ts";
import type { Criterion, CriterionContext } from "./criteria/criterion.ts";
import type { CriterionInfo } from "./types.ts";
import { valueFunction, valueOf } from "./value-function.ts";
import { endsOfShape } from "./values/value-model.ts";
import { worthOf } from "./values/shape.ts";

/** A value function as it is applied: one of two ends, or any shape that the file states. */
export type AppliedValue = Pick<CriterionInfo, "worst" | "best" | "scale" | "shape">;

/** The value function of a criterion for this workload: the file's where it states one, else the criterion's own. */
export function appliedValue(criterion: Criterion, context: CriterionContext): AppliedValue {
  const shape = context.workload.values?.[criterion.id];
  if (shape === undefined) return { ...criterion.range(context), scale: criterion.scale };
  const { worst, best } = endsOfShape(shape) ?? peakOf(shape);
  return { worst, best, scale: shape.kind === "log" ? "log" : "linear", shape };
}

/** Value 0..1 of a figure; clipped at the ends of the range. */
export function valueIn(
  applied: AppliedValue,
  figure: number,
): { value: number; clipped: boolean } {
  const { shape, scale } = applied;
  return shape === undefined ? valueOf(figure, applied, scale) : worthOf(shape, figure);
}

/** `valueIn(…).value` for many figures. */
export function worthIn(applied: AppliedValue): (figure: number) => number {
  const { shape, scale } = applied;
  return shape === undefined
    ? valueFunction(applied, scale)
    : (figure) => worthOf(shape, figure).value;
}

/** Where the best lies in between: the end that is worth less, and the best figure. */
function peakOf(shape: ValueShape): { worst: number; best: number } {
  if (shape.kind === "target") return { worst: shape.low, best: shape.target };
  const points = shape.kind === "piecewise" ? shape.points : [];
  const ordered = points.toSorted(([, a], [, b]) => a - b);
  return { worst: ordered[0]?.[0] ?? 0, best: ordered.at(-1)?.[0] ?? 1 };
}
