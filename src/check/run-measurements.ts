import { formatQuantity } from "../units/format.ts";
import type { ValidatedRow } from "../validation/types.ts";
import { fingerprint } from "./fingerprint.ts";
import { compare } from "./judge/compare.ts";
import type { Assertion } from "./policy/types.ts";
import type { CheckEntry } from "./types.ts";

/** A row of measurements with what the simulation predicts for it, and where it stands. */
export interface MeasuredRow {
  row: ValidatedRow;
  file: string;
  line: number;
  /** Whether more of the figure is slower. */
  direction: "time" | "rate";
}

/** Judges silicon or an emulator by its measurements: each row by each assertion that speaks of rows. */
export function runMeasurements(
  rows: readonly MeasuredRow[],
  assertions: readonly Assertion[],
): CheckEntry[] {
  return assertions.flatMap((assertion) => {
    const { metric, comparison, level } = assertion;
    if (metric === "everyCriterion" || metric.scope !== "row" || level === "off") return [];
    if (comparison.amount.kind !== "figure") return [];
    const { value: asked } = comparison.amount;
    return rows
      .filter(({ row }) => assertion.rows === null || assertion.rows.includes(row.id))
      .filter(({ row }) => assertion.specs === null || assertion.specs.includes(row.chip))
      .map((measured) => {
        const ofPrediction = metric.id === "measuredOverPredicted";
        const value = ofPrediction ? goodness(measured) : measured.row.measured;
        return entryOf(assertion, measured, value, asked, ofPrediction);
      });
  });
}

/** 1 keeps the promise, more is better, whether the row is a time or a rate; null without a prediction. */
function goodness({ row: { measured, predicted }, direction }: MeasuredRow): number | null {
  if (predicted === null) return null;
  return direction === "time" ? predicted / measured : measured / predicted;
}

function entryOf(
  assertion: Assertion,
  { row, file, line }: MeasuredRow,
  value: number | null,
  asked: number,
  ofPrediction: boolean,
): CheckEntry {
  const judged = value === null ? null : compare(value, asked, assertion.comparison, "higher");
  const status = judged === null ? "skip" : judged.holds ? "pass" : "fail";
  const figure = (amount: number): string =>
    ofPrediction ? formatQuantity(amount, "share") : `${Number(amount.toPrecision(4))} ${row.unit}`;
  const plain = (amount: number): string => `${Number(amount.toPrecision(3))} ${row.unit}`;
  const predicted = row.predicted === null ? "" : `, ${plain(row.predicted)} predicted`;
  const inside =
    row.interval === null
      ? ""
      : ` (80 % of such predictions: ${plain(row.interval.low)} to ${plain(row.interval.high)})`;
  const promise = value === null || !ofPrediction ? "" : `: ${figure(value)} of what is promised`;
  return {
    kind: "measurement",
    code: "CS2104",
    id: `${assertion.id}.${row.id}`,
    title: `${row.metric} of ${row.id}`,
    spec: row.chip,
    workload: null,
    level: assertion.level === "warn" ? "warn" : "error",
    status,
    message:
      status === "skip"
        ? `${file}:${line}: ${row.id} is not predicted: ${row.skipped ?? "no reason is known"}`
        : `${file}:${line}: ${row.id}, ${row.metric} of ${row.model}: ${plain(row.measured)} measured${predicted}${inside}${promise}`,
    value,
    limit: asked,
    unit: ofPrediction ? "" : row.unit,
    expected: `${WORDS[assertion.comparison.operator]} ${figure(asked)}`,
    found: value === null ? null : figure(value),
    missedBy: judged?.missedBy ?? null,
    baseline: null,
    known: null,
    change: null,
    help: status === "fail" ? "`chipselect explain CS2104`" : null,
    reason: status === "skip" ? row.skipped : assertion.reason,
    place: assertion.place,
    asked: null,
    fingerprint: fingerprint(["measurement", assertion.id, row.chip, row.id]),
  };
}

const WORDS: Readonly<Record<Assertion["comparison"]["operator"], string>> = {
  atMost: "at most",
  atLeast: "at least",
  below: "less than",
  above: "more than",
  equals: "exactly",
  noWorseThan: "no worse than",
};
