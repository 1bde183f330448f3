import type { ValidatedRow, ValidationResult } from "../../validation/types.ts";
import type { Cell, Column, Table } from "../document.ts";

interface Field {
  column: Column;
  cell: (row: ValidatedRow) => Cell["value"];
}

/** Units differ from row to row, so they have a column of their own. */
const FIELDS: readonly Field[] = [
  field("id", "name", (row) => row.id),
  field("set", "text", (row) => row.set),
  field("grade", "text", (row) => row.grade),
  field("chip", "name", (row) => row.chip),
  field("class", "text", (row) => row.chipClass),
  field("stack", "name", (row) => row.stack),
  field("model", "name", (row) => row.model),
  field("metric", "text", (row) => row.metric),
  field("unit", "text", (row) => row.unit),
  field("measured", "quantity", (row) => row.measured),
  field("predicted", "quantity", (row) => row.predicted),
  field("ratio", "quantity", (row) => row.ratio),
  field("errorFactor", "quantity", (row) => row.errorFactor),
  field("crudeErrorFactor", "quantity", (row) => row.crudeErrorFactor),
  field("low", "quantity", (row) => row.interval?.low ?? null),
  field("high", "quantity", (row) => row.interval?.high ?? null),
  field("skipped", "text", (row) => row.skipped),
  field("excluded", "text", (row) => row.excluded),
];

/** Every row with all that is known of it, in the order of the files; for spreadsheets. */
export function rowsTable({ rows }: ValidationResult): Table {
  return {
    columns: FIELDS.map(({ column }) => column),
    rows: rows.map((row) => FIELDS.map(({ cell }) => ({ value: cell(row) }))),
  };
}

function field(id: string, type: Column["type"], cell: Field["cell"]): Field {
  return { column: { id, title: id, type }, cell };
}
