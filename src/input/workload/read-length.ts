import type { Thing } from "../../units/quantity.ts";
import { isMapping } from "../mapping.ts";
import type { Length } from "../workload-types.ts";
import { BOUNDS } from "./bounds.ts";
import { fieldsAt, pathOf, report } from "./context.ts";
import type { Context, Fields } from "./context.ts";
import { quantityAt } from "./quantity-at.ts";

const THINGS: readonly Thing[] = ["token", "sample", "frame"];

/** Mean and tail of an input or output length: a bare number is the mean, and the tail equals it. 1 when absent. */
export function readLength(context: Context, task: Fields, key: "input" | "output"): Length {
  const things = { things: THINGS };
  if (!isMapping(task.values[key])) {
    const mean = quantityAt(context, task, key, BOUNDS.length, things) ?? 1;
    return { mean, p95: mean };
  }
  const fields = fieldsAt(task, key);
  const mean = quantityAt(context, fields, "mean", BOUNDS.length, things);
  const p95 = quantityAt(context, fields, "p95", BOUNDS.length, things);
  if (mean !== null && p95 !== null && p95 < mean) {
    report(context, pathOf(fields, "p95"), {
      code: "CS1402",
      message: `the 95th percentile ${p95} is below the mean ${mean}`,
      help: "swap them, or leave p95 out when all requests are alike",
    });
  }
  return { mean: mean ?? 1, p95: p95 ?? mean ?? 1 };
}
