import { isMapping } from "../mapping.ts";
import type { Compression } from "../workload-types.ts";
import { BOUNDS } from "./bounds.ts";
import { choiceAt, has, pathOf, present, report } from "./context.ts";
import type { Context, Fields } from "./context.ts";
import { quantityAt } from "./quantity-at.ts";
import { readModelReference } from "./read-model-reference.ts";

const PATTERNS = ["structured", "2:4", "unstructured"] as const;
const RISKS = ["none", "low", "medium", "high"] as const;

/** The compressions that a task allows. 2:4 pruning removes half unless the file says otherwise. */
export function readCompressions(context: Context, task: Fields): Compression[] {
  const list = task.values["compression"];
  if (!Array.isArray(list)) return [];
  return list.flatMap((values: unknown, index) =>
    isMapping(values)
      ? readOne(context, { path: [...pathOf(task, "compression"), index], values })
      : [],
  );
}

function readOne(context: Context, fields: Fields): Compression[] {
  const given = present(fields, ["pruning", "distillation"]);
  const accuracyRisk = choiceAt(fields, "accuracyRisk", RISKS, "low");
  if (given.length !== 1) {
    report(context, fields.path, {
      code: "CS1108",
      message: "a compression is either a pruning or a distillation",
      help: 'write {pruning: "2:4"} or {distillation: llama3.1-8b}, each as its own entry',
    });
    return [];
  }
  if (given[0] === "distillation") {
    const model = readModelReference(context, fields, "distillation");
    if (has(fields, "share")) {
      report(context, pathOf(fields, "share"), {
        code: "CS1107",
        message: '"share" belongs to a pruning',
        help: "remove it",
        part: "key",
      });
    }
    return [{ kind: "distillation", model, accuracyRisk }];
  }
  const pattern = choiceAt(fields, "pruning", PATTERNS, null);
  return pattern === null
    ? []
    : [{ kind: "pruning", pattern, share: readShare(context, fields, pattern), accuracyRisk }];
}

function readShare(context: Context, fields: Fields, pattern: string): number {
  const share = quantityAt(context, fields, "share", BOUNDS.prunedShare);
  if (share === null && pattern !== "2:4" && !has(fields, "share")) {
    report(context, fields.path, {
      code: "CS1102",
      message: `${pattern} pruning needs the share of the weights that goes`,
      help: 'add "share: 50 %"',
    });
  }
  if (share !== null && pattern === "2:4" && share !== 0.5) {
    report(context, pathOf(fields, "share"), {
      code: "CS1202",
      message: `2:4 pruning removes 50 % of the weights, not ${share * 100} %`,
      help: "remove the share, or use structured or unstructured",
    });
  }
  return share ?? 0.5;
}
