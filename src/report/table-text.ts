import { chooseScale, percent, significant, type Scale } from "./figures.ts";
import type { Cell, Column, Table, Tone } from "./document.ts";

/** A table whose figures are text and whose units stand in the headers; what every writer but CSV lays out. */
export interface TextTable {
  columns: readonly TextColumn[];
  rows: readonly (readonly TextCell[])[];
}

interface TextColumn {
  id: string;
  title: string;
  unit: string | null;
  align: "left" | "right";
  shortens: boolean;
  shortensTitle: boolean;
  optional: number;
}

interface TextCell {
  text: string;
  tone: Tone;
}

const LEFT = new Set<Column["type"]>(["text", "name"]);

/** Optional columns that say nothing in any row are left out. */
export function textTable(complete: Table): TextTable {
  const table = withoutEmptyColumns(complete);
  const units = complete.language?.units ?? {};
  const scales = table.columns.map((column, index) => columnScale(column, table.rows, index));
  return {
    columns: table.columns.map((column, index) => ({
      id: column.id,
      title: column.title,
      unit: column.type === "share" ? "%" : unitOf(scales[index] ?? null, units),
      align: LEFT.has(column.type) ? "left" : "right",
      shortens: column.type === "name",
      shortensTitle: column.shortensTitle === true,
      optional: column.optional ?? 0,
    })),
    rows: table.rows.map((row) =>
      table.columns.map((column, index) => textCell(row[index], column, scales[index] ?? null)),
    ),
  };
}

function withoutEmptyColumns(table: Table): Table {
  const kept = table.columns
    .map((column, index) => ({ column, index }))
    .filter(
      ({ column, index }) =>
        (column.optional ?? 0) === 0 ||
        table.rows.some((row) => (row[index]?.value ?? null) !== null),
    );
  return {
    columns: kept.map(({ column }) => column),
    rows: table.rows.map((row) => kept.map(({ index }) => row[index] ?? { value: null })),
  };
}

function columnScale(column: Column, rows: Table["rows"], index: number): Scale | null {
  if (column.unit === undefined) return null;
  const values = rows.map((row) => row[index]?.value);
  return chooseScale(
    column.unit,
    values.filter((value) => typeof value === "number"),
  );
}

function unitOf(scale: Scale | null, units: Readonly<Record<string, string>>): string | null {
  return scale === null ? null : (units[scale.unit] ?? scale.unit);
}

function textCell(cell: Cell | undefined, column: Column, scale: Scale | null): TextCell {
  const tone = cell?.tone ?? "plain";
  const value = cell?.value ?? null;
  if (value === null) return { text: "-", tone };
  const text = typeof value === "string" ? singleLine(value) : figure(value, column, scale);
  return { text: cell?.estimated ? `~${text}` : text, tone };
}

function figure(value: number, column: Column, scale: Scale | null): string {
  switch (column.type) {
    case "count":
      return Number.isFinite(value) ? String(Math.round(value)) : significant(value);
    case "score":
      return value.toFixed(3);
    case "share":
      return percent(value).replace(" %", "");
    default:
      return significant(value / (scale?.factor ?? 1));
  }
}

/** Names come from files that people write: control characters and line breaks must not reach a terminal. */
export function singleLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
}
