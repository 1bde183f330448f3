import { formatQuantity } from "../../units/format.ts";
import { isMapping } from "../mapping.ts";
import type { LatencyLimit, LatencyLimits, Length } from "../workload-types.ts";
import { BOUNDS } from "./bounds.ts";
import { fieldsAt, has, pathOf, report } from "./context.ts";
import type { Context, Fields } from "./context.ts";
import { quantityAt } from "./quantity-at.ts";

/** The latency limits of an inference task, null where there is none, checked against each other. */
export function readLatency(
  context: Context,
  task: Fields,
  mode: string,
  output: Length,
): LatencyLimits {
  const latency = fieldsAt(task, "latency");
  const limits: LatencyLimits = {
    timeToFirstToken: readLimit(context, latency, "timeToFirstToken"),
    timePerOutputToken: readLimit(context, latency, "timePerOutputToken"),
    endToEnd: readLimit(context, latency, "endToEnd"),
  };
  if (mode === "batch" && has(task, "latency")) {
    report(context, pathOf(task, "latency"), {
      code: "CS1407",
      message: "a batch task has no latency limits",
      help: "only throughput counts in a batch: remove them, or set mode: interactive",
      part: "key",
    });
  }
  checkTogether(context, latency, limits, output);
  return limits;
}

function readLimit(
  context: Context,
  latency: Fields,
  key: keyof LatencyLimits,
): LatencyLimit | null {
  if (!isMapping(latency.values[key])) {
    const limitSeconds = quantityAt(context, latency, key, BOUNDS.latency);
    return limitSeconds === null ? null : { limitSeconds, percentile: null };
  }
  const fields = fieldsAt(latency, key);
  const limitSeconds = quantityAt(context, fields, "max", BOUNDS.latency);
  const percentile = fields.values["percentile"];
  if (limitSeconds === null) return null;
  return { limitSeconds, percentile: typeof percentile === "number" ? percentile : null };
}

function checkTogether(
  context: Context,
  latency: Fields,
  { timeToFirstToken, timePerOutputToken, endToEnd }: LatencyLimits,
  output: Length,
): void {
  if (endToEnd === null) return;
  const path = pathOf(latency, "endToEnd");
  const whole = formatQuantity(endToEnd.limitSeconds, "seconds");
  const first = timeToFirstToken?.limitSeconds ?? 0;
  if (first > endToEnd.limitSeconds) {
    report(context, path, {
      code: "CS1401",
      message: `the whole answer is due in ${whole}, before its first token (${formatQuantity(first, "seconds")})`,
      help: "endToEnd counts from the request to the last token; make it the larger limit",
    });
    return;
  }
  if (timePerOutputToken === null || output.mean <= 1) return;
  const implied = first + timePerOutputToken.limitSeconds * (output.mean - 1);
  if (implied > endToEnd.limitSeconds) {
    report(context, path, {
      code: "CS1409",
      severity: "warning",
      message: `endToEnd ${whole} is tighter than the other limits, which allow ${formatQuantity(implied, "seconds")} for ${output.mean} tokens`,
      help: "all are kept, and endToEnd is the one that binds",
    });
  }
}
