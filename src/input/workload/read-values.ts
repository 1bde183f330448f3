import type { ValueShape } from "../matrix/matrix-types.ts";
import { readValueFunction } from "../matrix/read-value.ts";
import { shapeDirection } from "../matrix/shape-direction.ts";
import { didYouMean } from "../suggest.ts";
import type { Workload } from "../workload-types.ts";
import { fieldsAt, has, pathOf, report, type Context, type Fields } from "./context.ts";

/** Value functions that take the place of the criteria's own; nothing where the file states none. */
export function readValues(context: Context, preferences: Fields): Pick<Workload, "values"> {
  if (!has(preferences, "values")) return {};
  const { criteria, directions = {} } = context.known;
  const stated = fieldsAt(preferences, "values");
  const shapes: Record<string, ValueShape> = {};
  for (const name of Object.keys(stated.values)) {
    if (!criteria.includes(name)) {
      report(context, pathOf(stated, name), {
        code: "CS1303",
        message: `there is no criterion "${name}"`,
        help: didYouMean(name, criteria),
        part: "key",
      });
      continue;
    }
    const shape = readValueFunction(context, fieldsAt(stated, name));
    if (shape === null) continue;
    const usual = Object.hasOwn(directions, name) ? directions[name] : undefined;
    const own = shapeDirection(shape);
    // A target, or points that rise and fall, say on purpose that the best lies in between.
    if (usual !== undefined && own !== null && own !== usual) {
      report(context, pathOf(stated, name), {
        code: "CS1603",
        message: `${name}: ${usual === "min" ? "less" : "more"} is better, but this value function says the opposite`,
        help: "turn its two ends round: worst is worth 0, best is worth 1",
      });
    }
    shapes[name] = shape;
  }
  return Object.keys(shapes).length > 0 ? { values: shapes } : {};
}
