import type { ValueShape } from "../input/matrix/matrix-types.ts";
import { significant } from "./figures.ts";

/** A value function in a few words. */
export function valueFunctionText(shape: ValueShape): string {
  switch (shape.kind) {
    case "piecewise":
      return `piecewise ${shape.points.map(([x, y]) => `${significant(x)}→${significant(y)}`).join(" ")}`;
    case "target":
      return `target ${significant(shape.target)} (${significant(shape.low)} to ${significant(shape.high)})`;
    case "saturating":
      return `saturating ${significant(shape.worst, 4)} to ${significant(shape.enough, 4)}`;
    default:
      return `${shape.kind} ${significant(shape.worst, 4)} to ${significant(shape.best, 4)}`;
  }
}

/** That the workload states value functions of its own. */
export function statedValues(
  criteria: readonly { id: string; unit: string; shape?: ValueShape }[],
): string[] {
  const stated = criteria.flatMap(({ id, unit, shape }) =>
    shape === undefined
      ? []
      : [`${id} ${valueFunctionText(shape)}${unit === "" ? "" : ` (${unit})`}`],
  );
  return stated.length === 0 ? [] : [`Value functions of the file: ${stated.join("; ")}.`];
}
