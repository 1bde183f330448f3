import type { Diagnostic } from "../../input/diagnostic.ts";
import type { Mapping } from "../../input/mapping.ts";
import type { Path } from "../../input/path.ts";
import { diagnosticAt, type SourceDocument } from "../../input/source-document.ts";
import { didYouMean } from "../../input/suggest.ts";
import { parseQuantity } from "../../units/quantity.ts";
import { EVERY_CRITERION, findMetric, METRIC_NAMES } from "../metrics/all-metrics.ts";
import type { Metric } from "../metrics/metric.ts";
import { readAmount } from "./read-amount.ts";
import { OPERATORS, type Comparison, type Condition } from "./types.ts";

/** What reading one assertion needs to know. Faults are noted and reading goes on, so that one run finds all. */
export interface AssertionContext {
  document: SourceDocument;
  /** Where the assertion stands. */
  path: Path;
  chips: readonly string[];
  diagnostics: Diagnostic[];
}

/** A metric and what it is compared with; `below` is where in the assertion they stand. Null after a fault, which is noted. */
export function readCondition(
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

export function note(
  { document, path, diagnostics }: AssertionContext,
  below: readonly string[],
  code: string,
  message: string,
  help: string | null,
): void {
  diagnostics.push(diagnosticAt(document, [...path, ...below], { code, message, help }));
}
