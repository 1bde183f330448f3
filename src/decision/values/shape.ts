/**
 * How a figure turns into worth on a fixed range: 0 at the worst end, 1 at the best. Sources: R. L. Keeney & H. Raiffa, Decisions
 * with Multiple Objectives, 1976, ch. 3 and 4 (linear, piecewise, log); C. W. Kirkwood, Strategic Decision Making, 1997, ch. 4
 * (exponential, here "saturating").
 */
export type ValueShape =
  /** Equal steps are worth the same; on `log` equal factors are. */
  | { readonly kind: "linear" | "log"; readonly worst: number; readonly best: number }
  /** Straight between [figure, value] points of rising figures, at least two. */
  | { readonly kind: "piecewise"; readonly points: readonly (readonly [number, number])[] }
  /** Each step towards `enough` is worth less than the one before (`curvature` > 0; 0 is linear), and past it nothing. */
  | {
      readonly kind: "saturating";
      readonly worst: number;
      readonly enough: number;
      readonly curvature: number;
    }
  /** Best at `target`, falling to 0 at `low` and at `high`. */
  | {
      readonly kind: "target";
      readonly low: number;
      readonly target: number;
      readonly high: number;
    };

export type ValueShapeKind = ValueShape["kind"];

export const VALUE_SHAPES = [
  "linear",
  "log",
  "piecewise",
  "saturating",
  "target",
] as const satisfies readonly ValueShapeKind[];

export interface Worth {
  readonly value: number;
  /** The figure lies outside the range and the value was cut off at its end. */
  readonly clipped: boolean;
}

/**
 * @param figure finite; above 0 on a log range
 * @param outside `clip` stops at the ends of the range, `extrapolate` goes on beyond them
 */
export function worthOf(
  shape: ValueShape,
  figure: number,
  outside: "clip" | "extrapolate" = "clip",
): Worth {
  const raw = rawWorth(shape, figure);
  if (outside === "extrapolate") return { value: raw, clipped: false };
  const { low, high } = endValues(shape);
  const value = Math.min(high, Math.max(low, raw));
  // More than enough is worth no more by definition: nothing is lost by stopping there.
  const asMeant = shape.kind === "saturating" && raw > high;
  return { value, clipped: value !== raw && !asMeant };
}

/** Whether more of the figure is better, less is, or neither holds throughout. */
export function directionOfShape(shape: ValueShape): "max" | "min" | null {
  switch (shape.kind) {
    case "target":
      return null;
    case "piecewise": {
      const steps = shape.points
        .slice(1)
        .map(([, value], k) => value - (shape.points[k]?.[1] ?? 0));
      if (steps.every((step) => step >= 0)) return "max";
      return steps.every((step) => step <= 0) ? "min" : null;
    }
    case "saturating":
      return shape.enough > shape.worst ? "max" : "min";
    default:
      return shape.best > shape.worst ? "max" : "min";
  }
}

function rawWorth(shape: ValueShape, figure: number): number {
  switch (shape.kind) {
    case "linear":
      return (figure - shape.worst) / (shape.best - shape.worst);
    case "log":
      return Math.log(figure / shape.worst) / Math.log(shape.best / shape.worst);
    case "saturating": {
      const share = (figure - shape.worst) / (shape.enough - shape.worst);
      const { curvature } = shape;
      return curvature === 0 ? share : Math.expm1(-curvature * share) / Math.expm1(-curvature);
    }
    case "target": {
      const { low, target, high } = shape;
      return figure <= target ? (figure - low) / (target - low) : (high - figure) / (high - target);
    }
    default:
      return onLine(shape.points, figure);
  }
}

/** Linear interpolation; the first and last segments go on outside. */
function onLine(points: readonly (readonly [number, number])[], figure: number): number {
  const next = points.findIndex(([at], k) => k > 0 && figure <= at);
  const end = next === -1 ? points.length - 1 : next;
  const [x1, y1] = points[end] ?? [0, 0];
  const [x0, y0] = points[end - 1] ?? [0, 0];
  // At a breakpoint its own value, free of rounding.
  return figure === x1 ? y1 : y0 + ((y1 - y0) * (figure - x0)) / (x1 - x0);
}

function endValues(shape: ValueShape): { low: number; high: number } {
  if (shape.kind !== "piecewise") return { low: 0, high: 1 };
  const values = shape.points.map(([, value]) => value);
  return { low: Math.min(...values), high: Math.max(...values) };
}
