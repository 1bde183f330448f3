import { isMapping } from "../mapping.ts";
import { choiceAt, fieldsAt, report, textAt, type Fields } from "../workload/context.ts";
import { figuresById, numberAt, type Ids, type MatrixContext } from "./matrix-context.ts";
import type { StatedWeights } from "./matrix-types.ts";
import { readBestWorst } from "./read-best-worst.ts";
import { comparisonsAt, randomIndexAt } from "./read-comparisons.ts";
import { orderAt } from "./read-order.ts";

const METHODS = ["direct", "swing", "rank-order", "ahp", "best-worst", "equal"] as const;

export function readStatedWeights(
  context: MatrixContext,
  root: Fields,
  criteria: readonly Fields[],
  ids: Ids,
): StatedWeights {
  const fields = fieldsAt(root, "weights");
  const own = criteria.map((criterion) => numberAt(criterion, "weight"));
  const method = choiceAt(fields, "method", METHODS, null);
  if (method !== null && method !== "direct" && method !== "swing") {
    const at = own.findIndex((weight) => weight !== null);
    if (at !== -1) {
      report(context, [...(criteria[at]?.path ?? []), "weight"], {
        code: "CS1606",
        message: `the weights come from ${method}, so a weight of the criterion has no effect`,
        help: "remove it, or write method: direct",
        part: "key",
      });
    }
  }
  switch (method) {
    case "rank-order":
      return {
        method,
        groups: orderAt(context, fields, ids, { complete: true }),
        formula: textAt(fields, "formula") ?? "centroid",
        exponent: numberAt(fields, "exponent") ?? 2,
      };
    case "ahp":
      return {
        method,
        matrix: comparisonsAt(context, fields, "comparisons", { size: ids.size, noun: "criteria" }),
        randomIndex: randomIndexAt(fields),
        prioritisation: textAt(fields, "prioritisation") ?? "eigenvector",
      };
    case "best-worst":
      return readBestWorst(context, fields, ids);
    case "equal":
      return { method };
    default:
      return pointsOf(context, fields, own, ids, method);
  }
}

function pointsOf(
  context: MatrixContext,
  fields: Fields,
  own: readonly (number | null)[],
  ids: Ids,
  method: "direct" | "swing" | null,
): StatedWeights {
  const stated = isMapping(fields.values["points"]);
  if (!stated && own.every((weight) => weight === null)) {
    if (method === null) return { method: "equal" };
    report(context, [...fields.path, "method"], {
      code: "CS1606",
      message: `${method} weights need points`,
      help: "add points: {…} here, or a weight to each criterion",
    });
    return { method: "equal" };
  }
  const points = stated
    ? figuresById(context, fieldsAt(fields, "points"), ids, 0)
    : own.map((weight) => weight ?? 0);
  if (points.every((point) => point === 0)) {
    report(context, stated ? [...fields.path, "points"] : ["criteria"], {
      code: "CS1606",
      message: "no criterion has a weight above 0",
      help: "give one of them points",
    });
  }
  return { method: method ?? "direct", points, rescale: fields.values["rescale"] !== false };
}
