import type { Catalog, Chip } from "../catalog/types.ts";
import { intervalOf } from "../catalog/intervals.ts";
import { createBench, type Bench } from "./bench.ts";
import { errorFactor } from "../units/statistics.ts";
import { directionOf, figureOf } from "./figure-kind.ts";
import type { Naming } from "./naming.ts";
import { isSkipped, type Outcome } from "./outcome.ts";
import { isFirm, isQueueing, predictRow } from "./predict-row.ts";
import { cell, frameworkOf, gradeOf } from "./row-fields.ts";
import { groupsOf, summarise, type Judged } from "./summarise.ts";
import type { ErrorGroup, MeasurementRow, ValidatedRow, ValidationResult } from "./types.ts";

export interface Exclusion {
  id: string;
  reason: string;
}

export interface ValidateOptions {
  version: string;
  /** Names of the measurements in the words of the catalogue (profiles/measurements/frameworks.yaml). */
  naming: Naming;
  /** Rows that no summary counts (profiles/measurements/exclusions.yaml). */
  exclusions?: readonly Exclusion[];
  onProgress?: (done: number, total: number) => void;
}

const PROGRESS_EVERY = 250;

/** Predicts every row with the functions that the planner uses and compares with what was measured. */
export function validate(
  rows: readonly MeasurementRow[],
  catalog: Catalog,
  { version, naming, exclusions = [], onProgress }: ValidateOptions,
): ValidationResult {
  const bench = createBench(catalog, naming);
  const excluded = new Map(exclusions.map(({ id, reason }) => [id, reason]));
  const judged: Judged[] = [];
  for (const row of rows) {
    const outcome = predictRow(row, bench);
    judged.push({ row, result: judge(row, outcome, bench, excluded.get(row.id) ?? null) });
    if (judged.length % PROGRESS_EVERY === 0) onProgress?.(judged.length, rows.length);
  }
  const counted = judged.filter(isCounted);
  const present = new Set(rows.map(({ id }) => id));
  return {
    schemaVersion: 1,
    tool: { name: "chipselect", version },
    summary: summarise(counted),
    groups: groupsOf(counted),
    apart: apartFrom(judged),
    rows: judged.map(({ result }) => result),
    skipReasons: skipReasons(counted),
    exclusions: exclusions.filter(({ id }) => present.has(id)),
    warnings: warningsOf(rows, naming),
  };
}

function judge(
  row: MeasurementRow,
  outcome: Outcome,
  bench: Bench,
  excluded: string | null,
): ValidatedRow {
  const chip = bench.chip(row);
  const measured = Number(cell(row, "value"));
  const common = {
    id: row.id,
    set: row.set,
    metric: cell(row, "metric"),
    unit: cell(row, "unit"),
    grade: gradeOf(row),
    chip: isSkipped(chip) ? cell(row, "chip") : chip.id,
    chipClass: isSkipped(chip) ? "unknown" : chip.class,
    measured,
    excluded,
  };
  const unpredicted = {
    stack: "unknown",
    model: cell(row, "model_id") || cell(row, "model") || cell(row, "op"),
    predicted: null,
    ratio: null,
    errorFactor: null,
    crudeErrorFactor: null,
    interval: null,
  };
  if (isSkipped(outcome)) return { ...common, ...unpredicted, skipped: outcome.skipped };
  const { predicted, crude, stackId, modelId } = outcome;
  if (!Number.isFinite(predicted) || predicted <= 0) {
    return { ...common, ...unpredicted, skipped: "the chips of the row cannot be joined so" };
  }
  return {
    ...common,
    stack: stackId,
    model: modelId,
    predicted,
    ratio: predicted / measured,
    errorFactor: errorFactor(predicted, measured),
    crudeErrorFactor: Number.isFinite(crude) && crude > 0 ? errorFactor(crude, measured) : null,
    interval: isSkipped(chip) ? null : rowInterval(row, predicted, chip, stackId, bench),
    skipped: null,
  };
}

function rowInterval(
  row: MeasurementRow,
  value: number,
  chip: Chip,
  stackId: string,
  { catalog }: Bench,
): ValidatedRow["interval"] {
  const { evidence } = catalog;
  const figure = { figure: figureOf(row), direction: directionOf(row), value };
  const interval = evidence ? intervalOf(figure, chip, stackId, evidence) : null;
  return interval && { low: interval.low, high: interval.high };
}

function isCounted(judged: Judged): boolean {
  return isFirm(judged.row) && judged.result.excluded === null && !isQueueing(judged.row);
}

/** Grades C and X by set, and time to first token under load, which no summary counts. */
function apartFrom(judged: readonly Judged[]): ErrorGroup[] {
  const kept = judged.filter(({ result }) => result.excluded === null);
  const loose = kept.filter(({ row }) => !isFirm(row));
  const queueing = kept.filter(({ row }) => isFirm(row) && isQueueing(row));
  const sets = new Set(loose.map(({ result }) => result.set));
  const groups: ErrorGroup[] = [...sets].map((set) => ({
    by: "set",
    key: `${set}, grades C and X`,
    ...summarise(loose.filter(({ result }) => result.set === set)),
  }));
  if (queueing.length > 0) {
    groups.push({
      by: "metric",
      key: "ttft_ms under load, against the bare prefill",
      ...summarise(queueing),
    });
  }
  return groups;
}

function skipReasons(judged: readonly Judged[]): { reason: string; rows: number }[] {
  const counts = new Map<string, number>();
  for (const { result } of judged) {
    if (result.skipped !== null) counts.set(result.skipped, (counts.get(result.skipped) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, rows]) => ({ reason, rows }))
    .toSorted((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1));
}

function warningsOf(rows: readonly MeasurementRow[], naming: Naming): string[] {
  const unknown = new Map<string, number>();
  for (const row of rows) {
    const framework = frameworkOf(row);
    if (framework !== "" && !(framework in naming.frameworks)) {
      unknown.set(framework, (unknown.get(framework) ?? 0) + 1);
    }
  }
  return [...unknown].map(
    ([name, count]) =>
      `framework ${name} (${count} row${count === 1 ? "" : "s"}) is not described: the chip's first stack stands in for it`,
  );
}
