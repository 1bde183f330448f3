import type { Direction, ValueShape } from "./matrix-types.ts";

/** Whether more of the figure is better throughout, less is, or neither. */
export function shapeDirection(shape: ValueShape): Direction | null {
  switch (shape.kind) {
    case "target":
      return null;
    case "piecewise": {
      const steps = shape.points.slice(1).map(([, y], k) => y - (shape.points[k]?.[1] ?? 0));
      if (steps.every((step) => step >= 0)) return "max";
      return steps.every((step) => step <= 0) ? "min" : null;
    }
    case "saturating":
      return shape.enough > shape.worst ? "max" : "min";
    default:
      return shape.best > shape.worst ? "max" : "min";
  }
}
