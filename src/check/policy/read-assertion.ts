import { isMapping, type Mapping } from "../../input/mapping.ts";
import { EVERY_CRITERION } from "../metrics/all-metrics.ts";
import type { Level } from "../types.ts";
import { note, readCondition, type AssertionContext } from "./read-condition.ts";
import { OPERATORS, type Assertion, type Condition } from "./types.ts";

export const COMPARISON_KEYS: readonly string[] = [...OPERATORS, "noWorseThan", "tolerance"];

const LATENCIES = new Set(["timeToFirstToken", "timePerOutputToken", "endToEnd"]);

/** The assertion that a mapping says; null after a fault. */
export function readAssertion(written: Mapping, context: AssertionContext): Assertion | null {
  const before = context.diagnostics.length;
  const condition = readCondition(written, context, []);
  const second = isMapping(written["with"])
    ? readCondition(written["with"], context, ["with"])
    : null;
  if (condition === null) return null;
  checkKeys(written, condition, second, context);
  if (context.diagnostics.length > before) return null;
  const { document, path } = context;
  const workloads = names(written["workload"]);
  const { percentile, reason } = written;
  return {
    ...condition,
    id: idOf(written, condition.metric),
    with:
      second && second.metric !== "everyCriterion" ? { ...second, metric: second.metric } : null,
    percentile: typeof percentile === "number" ? percentile : null,
    rows: names(written["row"]),
    workloads,
    specs: names(written["spec"]),
    level: levelOf(written["level"]),
    reason: typeof reason === "string" ? reason : null,
    place: { file: document.file, ...document.spanOf(path) },
  };
}

/** The given id, else the metric's, with the workload where it holds for one only. */
export function idOf(written: Mapping, metric: Condition["metric"] | null): string {
  const { id, workload } = written;
  if (typeof id === "string") return id;
  const name = metric === null || metric === EVERY_CRITERION ? metric : metric.id;
  const base = name ?? String(written["metric"]);
  return typeof workload === "string" ? `${base}.${workload}` : base;
}

/** Keys that would be ignored beside this metric. */
function checkKeys(
  written: Mapping,
  { metric, comparison }: Condition,
  second: Condition | null,
  context: AssertionContext,
): void {
  const id = metric === EVERY_CRITERION ? metric : metric.id;
  const scope = metric === EVERY_CRITERION ? "workload" : metric.scope;
  const misplaced = (key: string, help: string): void => {
    note(context, [key], "CS2009", `${key} does not belong to ${id}`, help);
  };
  if (written["percentile"] !== undefined && !LATENCIES.has(id)) {
    misplaced("percentile", `latencies have one: ${[...LATENCIES].join(", ")}`);
  }
  if (written["row"] !== undefined && scope !== "row") {
    misplaced("row", "measuredOverPredicted and measured speak of rows");
  }
  if (id === "measured" && names(written["row"]) === null) {
    note(context, ["metric"], "CS2004", "measured needs the row that it speaks of", "row: ID");
  }
  if (scope === "row" && comparison.amount.kind !== "figure") {
    note(context, [comparison.operator], "CS2009", "rows are compared with a figure", null);
  }
  if (scope === "spec" && written["workload"] !== undefined) {
    misplaced("workload", "it is a figure of the chip, whatever it runs");
  }
  if (comparison.operator !== "noWorseThan" && written["tolerance"] !== undefined) {
    misplaced("tolerance", "it goes with noWorseThan");
  }
  if (
    second !== null &&
    (scope === "row" || second.metric === EVERY_CRITERION || second.metric.scope === "row")
  ) {
    misplaced("with", "it takes a metric of a chip or of a workload");
  }
}

export function levelOf(written: unknown): Level {
  return written === "warn" || written === "off" ? written : "error";
}

/** One name or a list of them; null for nothing. */
export function names(written: unknown): readonly string[] | null {
  if (typeof written === "string") return [written];
  return Array.isArray(written) ? written.map(String) : null;
}
