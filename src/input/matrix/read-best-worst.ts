import { fieldsAt, has, report, textAt, type Fields } from "../workload/context.ts";
import { figuresById, placeOf, type Ids, type MatrixContext } from "./matrix-context.ts";
import type { StatedWeights } from "./matrix-types.ts";

/** The answers of the best-worst method: the two criteria, and both lists of ratios with 1 for the criterion itself. */
export function readBestWorst(context: MatrixContext, fields: Fields, ids: Ids): StatedWeights {
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
