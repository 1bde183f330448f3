import type { Cell, Column, Table } from "./document.ts";

/**
 * A table as CSV (RFC 4180): CRLF, every text quoted, units in the header, figures in SI units with a dot and full
 * precision, nothing for an unknown figure. A column of the same name never changes its unit.
 */
export function writeCsv(table: Table): string {
  return csvHeader(table.columns) + csvRows(table.rows);
}

/** The first line alone, for tables that are written row by row. */
export function csvHeader(columns: readonly Column[]): string {
  return line(columns.map((column) => quoted(header(column))));
}

export function csvRows(rows: Table["rows"]): string {
  return rows.map((row) => line(row.map(field))).join("");
}

function line(fields: readonly string[]): string {
  return `${fields.join(",")}\r\n`;
}

function header({ title, unit, type }: Column): string {
  if (type === "share") return `${title} (share)`;
  return unit === undefined || unit === "" ? title : `${title} (${unit})`;
}

function field({ value }: Cell): string {
  if (value === null) return "";
  if (typeof value === "string") return quoted(value);
  return Number.isFinite(value) ? String(value) : "";
}

/** Spreadsheets run a cell that starts with one of these as a formula, even when quoted; an apostrophe stops them. */
const FORMULA_START = /^[=+\-@\t\r]/u;

function quoted(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
