import type { ValidatedRow, ValidationResult } from "../../validation/types.ts";
import type { Block, Cell, Column } from "../document.ts";
import type { ValidationView } from "./view.ts";

const COLUMNS: readonly Column[] = [
  { id: "id", title: "Row", type: "name" },
  { id: "chip", title: "Chip", type: "name", optional: 1 },
  { id: "model", title: "Model", type: "name", optional: 2 },
  { id: "metric", title: "Metric", type: "name", optional: 3 },
  { id: "measured", title: "Measured", type: "quantity" },
  { id: "predicted", title: "Predicted", type: "quantity" },
  { id: "unit", title: "Unit", type: "text", optional: 4 },
  { id: "ratio", title: "Ratio", type: "quantity" },
  { id: "errorFactor", title: "Error", type: "quantity" },
  { id: "crudeErrorFactor", title: "Crude", type: "quantity", optional: 5 },
  { id: "grade", title: "Grade", type: "text", optional: 6 },
  { id: "note", title: "Note", type: "name", optional: 7 },
];

/** Every row, the worst prediction first, then those without a prediction in the order of their file. */
export function rowBlocks({ rows }: ValidationResult, view: ValidationView): Block[] {
  if (!view.rows || rows.length === 0) return [];
  const worstFirst = rows.toSorted((a, b) => (b.errorFactor ?? -1) - (a.errorFactor ?? -1));
  return [
    { kind: "heading", text: "Rows, the worst prediction first" },
    { kind: "table", table: { columns: COLUMNS, rows: worstFirst.map(cells) } },
  ];
}

function cells(row: ValidatedRow): Cell[] {
  return [
    { value: row.id },
    { value: row.chip || null },
    { value: row.model || null },
    { value: row.metric },
    { value: row.measured },
    { value: row.predicted },
    { value: row.unit },
    { value: row.ratio },
    { value: row.errorFactor },
    { value: row.crudeErrorFactor },
    { value: row.grade },
    { value: row.skipped ?? row.excluded },
  ];
}
