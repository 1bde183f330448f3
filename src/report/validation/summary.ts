import type { ErrorGroup, ErrorSummary, ValidationResult } from "../../validation/types.ts";
import type { Block, Table } from "../document.ts";
import { significant } from "../figures.ts";
import { errorTable } from "./error-table.ts";
import { MEASUREMENT_SETS } from "./sets.ts";

/** One line a set, and one for all where there are several. */
export function summaryTable({ groups, summary }: ValidationResult): Table {
  const sets = groups
    .filter(({ by }) => by === "set")
    .toSorted((a, b) => setOrder(a) - setOrder(b))
    .map((group) => ({ ...group, name: group.key }));
  const lines = sets.length === 1 ? sets : [...sets, { ...summary, name: "all" }];
  return errorTable(lines, { title: "Set", type: "name" }, { medianRatio: 2, timesBetter: 1 });
}

export function summaryBlocks(result: ValidationResult): Block[] {
  const blocks: Block[] = [{ kind: "paragraph", text: verdict(result), tone: "strong" }];
  if (result.summary.rows === 0) return blocks;
  return [...blocks, { kind: "table", table: summaryTable(result) }];
}

function setOrder({ key }: ErrorGroup): number {
  const index = MEASUREMENT_SETS.findIndex((set) => set === key);
  return index === -1 ? MEASUREMENT_SETS.length : index;
}

function verdict({ summary, exclusions, rows }: ValidationResult): string {
  if (rows.length === 0) return "There is no row to predict.";
  if (summary.rows === 0) return "No row is of grade A or B; see what is reported apart.";
  const parts = [
    summary.predicted === 0 ? "No row could be predicted." : accuracy(summary),
    counted(summary, exclusions.length),
  ];
  return parts.filter((text) => text !== "").join(" ");
}

function accuracy(summary: ErrorSummary): string {
  const { predicted, medianErrorFactor, p90ErrorFactor } = summary;
  const { crudeMedianErrorFactor, crudeP90ErrorFactor } = summary;
  if (medianErrorFactor === null || p90ErrorFactor === null) return `${predicted} rows predicted.`;
  const ours = `Half of ${predicted} predictions lie within a factor of ${factor(medianErrorFactor)} of the measurement, nine in ten within ${factor(p90ErrorFactor)}`;
  if (crudeMedianErrorFactor === null || crudeP90ErrorFactor === null) return `${ours}.`;
  return `${ours}; a crude roofline needs ${factor(crudeMedianErrorFactor)} and ${factor(crudeP90ErrorFactor)}.`;
}

function counted({ skipped }: ErrorSummary, excluded: number): string {
  const parts = [];
  if (skipped > 0) parts.push(`${skipped} skipped`);
  if (excluded > 0) parts.push(`${excluded} excluded`);
  return parts.length === 0 ? "" : `Of grades A and B: ${parts.join(", ")}, for the reasons below.`;
}

/** An error factor of 0.12 is a factor of 1.12 between prediction and measurement. */
function factor(errorFactor: number): string {
  return significant(1 + errorFactor);
}
