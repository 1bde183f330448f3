import type { ValueShape } from "../../input/matrix/matrix-types.ts";

export interface Worth {
  readonly value: number;
  /** The figure lies outside the range and the value was cut off at its end. */
  readonly clipped: boolean;
}

/**
 * @param figure finite
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

function rawWorth(shape: ValueShape, figure: number): number {
  switch (shape.kind) {
    case "linear":
      return (figure - shape.worst) / (shape.best - shape.worst);
    case "log":
      // An error can push a figure to 0 or below, which lies past every end of the range.
      return (
        // Differences of logarithms: a quotient with the smallest numbers is infinite.
        (Math.log(Math.max(figure, Number.MIN_VALUE)) - Math.log(shape.worst)) /
        (Math.log(shape.best) - Math.log(shape.worst))
      );
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
