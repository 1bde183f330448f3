import type { Diagnostic } from "../../input/diagnostic.ts";
import { isMapping, type Mapping } from "../../input/mapping.ts";
import type { Path } from "../../input/path.ts";
import { diagnosticAt, type SourceDocument } from "../../input/source-document.ts";
import { didYouMean } from "../../input/suggest.ts";
import { parseQuantity } from "../../units/quantity.ts";
import { EVERY_CRITERION, findMetric, METRIC_NAMES } from "../metrics/all-metrics.ts";
import type { Metric } from "../metrics/metric.ts";
import type { Level } from "../types.ts";
import { readAmount } from "./read-amount.ts";
import { OPERATORS, type Assertion, type Comparison, type Condition } from "./types.ts";

/** What reading one assertion needs to know. Faults are noted and reading goes on, so that one run finds all. */
export interface AssertionContext {
  document: SourceDocument;
  /** Where the assertion stands. */
  path: Path;
  chips: readonly string[];
  diagnostics: Diagnostic[];
}

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

function readCondition(
  written: Mapping,
  context: AssertionContext,
  below: readonly string[],
): Condition | null {
  const name = typeof written["metric"] === "string" ? written["metric"] : "";
  const every = name === EVERY_CRITERION;
  const metric = every ? null : findMetric(name);
  if (!every && metric === null) {
    const missing = written["metric"] === undefined;
    const help = didYouMean(name, METRIC_NAMES) ?? "`chipselect explain policy-metrics` lists them";
    note(
      context,
      [...below, "metric"],
      missing ? "CS1102" : "CS2001",
      missing ? 'missing key "metric" in the assertion' : `there is no metric "${name}"`,
      missing ? "name what is judged, or the id of an assertion of a preset" : help,
    );
    return null;
  }
  const comparison = readComparison(written, metric, context, below);
  return comparison && { metric: metric ?? EVERY_CRITERION, comparison };
}

function readComparison(
  written: Mapping,
  metric: Metric | null,
  context: AssertionContext,
  below: readonly string[],
): Comparison | null {
  const given = [...OPERATORS, "noWorseThan" as const].filter((key) => written[key] !== undefined);
  const [operator] = given;
  if (operator === undefined || given.length > 1) {
    const said =
      given.length === 0 ? "nothing to compare the metric with" : `${given.join(" and ")} at once`;
    note(
      context,
      below,
      "CS2004",
      said,
      "give one of atMost, atLeast, below, above, equals, noWorseThan",
    );
    return null;
  }
  const reading = readAmount(written[operator], metric, context.chips);
  if (!reading.ok) {
    note(context, [...below, operator], reading.code, reading.message, reading.help);
    return null;
  }
  const { amount } = reading;
  const directed = metric === null || metric.better !== null || metric.id.startsWith("criterion.");
  if (
    !directed &&
    (operator === "noWorseThan" || (amount.kind === "chips" && amount.ids.length > 1))
  ) {
    const message = `neither more nor less of ${metric.id} is better`;
    note(context, [...below, operator], "CS2006", message, "write atMost or atLeast with a figure");
    return null;
  }
  if (operator !== "noWorseThan") return { operator, amount };
  return { operator, amount, tolerance: readTolerance(written["tolerance"], context, below) };
}

function readTolerance(
  written: unknown,
  context: AssertionContext,
  below: readonly string[],
): number {
  if (typeof written !== "string" && typeof written !== "number") return 0;
  const reading = parseQuantity(written, "share");
  if (reading.ok) return reading.value;
  note(context, [...below, "tolerance"], "CS1201", reading.message, reading.help);
  return 0;
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

function note(
  { document, path, diagnostics }: AssertionContext,
  below: readonly string[],
  code: string,
  message: string,
  help: string | null,
): void {
  diagnostics.push(diagnosticAt(document, [...path, ...below], { code, message, help }));
}

export function levelOf(written: unknown): Level {
  return written === "warn" || written === "off" ? written : "error";
}

/** One name or a list of them; null for nothing. */
export function names(written: unknown): readonly string[] | null {
  if (typeof written === "string") return [written];
  return Array.isArray(written) ? written.map(String) : null;
}
