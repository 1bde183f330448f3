import { isMapping } from "../mapping.ts";
import { choiceAt, fieldsAt, has, report, textAt, type Fields } from "../workload/context.ts";
import { figuresById, numberAt, placeOf, type Ids, type MatrixContext } from "./matrix-context.ts";
import type { StatedWeights } from "./matrix-types.ts";
import { comparisonsAt } from "./read-comparisons.ts";

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
      };
    case "ahp":
      return {
        method,
        matrix: comparisonsAt(context, fields, "comparisons", { size: ids.size, noun: "criteria" }),
        randomIndex: textAt(fields, "randomIndex") ?? "saaty",
        prioritisation: textAt(fields, "prioritisation") ?? "eigenvector",
      };
    case "best-worst":
      return bestWorst(context, fields, ids);
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

/** Groups of criteria, the most important first, from `order`; a name twice, or one left out, is a fault. */
export function orderAt(
  context: MatrixContext,
  fields: Fields,
  ids: Ids,
  { complete }: { complete: boolean },
): number[][] {
  const written = fields.values["order"];
  if (!Array.isArray(written)) {
    if (complete) {
      const message = "rank-order weights need an order";
      const help = `order: [${[...ids.keys()].join(", ")}], the most important first`;
      report(context, [...fields.path, "method"], { code: "CS1606", message, help });
    }
    return [];
  }
  const seen = new Set<number>();
  const groups = (written as unknown[]).map((entry, k) => {
    const names: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
    return names.flatMap((name, l) => {
      const path = [...fields.path, "order", k, ...(Array.isArray(entry) ? [l] : [])];
      const place = placeOf(context, ids, name, path, { noun: "criterion" });
      if (place === null) return [];
      if (seen.has(place)) {
        const message = `"${String(name)}" stands twice in the order`;
        report(context, path, { code: "CS1606", message, help: "remove one of them" });
      }
      seen.add(place);
      return [place];
    });
  });
  const left = [...ids].filter(([, place]) => !seen.has(place)).map(([id]) => id);
  if (complete && left.length > 0) {
    const message = `the order leaves out ${left.join(", ")}`;
    report(context, [...fields.path, "order"], {
      code: "CS1606",
      message,
      help: "name each criterion once",
      part: "key",
    });
  }
  return groups;
}

function bestWorst(context: MatrixContext, fields: Fields, ids: Ids): StatedWeights {
  const named = (key: "best" | "worst"): number => {
    if (has(fields, key)) {
      return (
        placeOf(context, ids, fields.values[key], [...fields.path, key], { noun: "criterion" }) ?? 0
      );
    }
    const message = `best-worst weights need the ${key} criterion`;
    report(context, [...fields.path, "method"], {
      code: "CS1606",
      message,
      help: `add ${key}: ID`,
    });
    return 0;
  };
  const best = named("best");
  const worst = named("worst");
  const list = (key: "bestToOthers" | "othersToWorst", self: number): number[] => {
    const ratios = fieldsAt(fields, key);
    const figures = figuresById(context, ratios, ids, 0);
    const itself = figures[self] ?? 1;
    if (itself !== 0 && itself !== 1) {
      const id = [...ids.keys()][self] ?? "";
      const message = `"${id}" is ${itself} times as important as itself`;
      report(context, [...ratios.path, id], {
        code: "CS1604",
        message,
        help: "write 1, or leave it out",
      });
    }
    figures[self] = 1;
    const missing = [...ids].filter(([, place]) => figures[place] === 0).map(([id]) => id);
    if (missing.length > 0) {
      const message = `${key} says nothing of ${missing.join(", ")}`;
      const at = has(fields, key) ? ratios.path : [...fields.path, "method"];
      report(context, at, {
        code: "CS1604",
        message,
        help: "a figure from 1 to 9 for each criterion",
      });
    }
    return figures.map((figure) => (figure === 0 ? 1 : figure));
  };
  const bestToOthers = list("bestToOthers", best);
  const othersToWorst = list("othersToWorst", worst);
  if (ids.size > 1 && best === worst) {
    const message = "the best and the worst criterion are the same";
    report(context, [...fields.path, "worst"], { code: "CS1606", message, help: "name two" });
  } else if (bestToOthers[worst] !== othersToWorst[best]) {
    const message = `best to worst is ${bestToOthers[worst]} in the one list and ${othersToWorst[best]} in the other`;
    report(context, [...fields.path, "othersToWorst"], {
      code: "CS1604",
      message,
      help: "both say how many times as important the best is as the worst",
      part: "key",
    });
  }
  const model = textAt(fields, "model") ?? "linear";
  return { method: "best-worst", best, worst, bestToOthers, othersToWorst, model };
}
