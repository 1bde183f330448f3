import type { Cell, Column, Table } from "./document.ts";

/**
 * A table as CSV (RFC 4180): CRLF, every text quoted, units in the header, figures in SI units with a dot and full
 * precision, nothing for an unknown figure. A column of the same name never changes its unit.
 */
export function writeCsv(table: Table): string {
  const lines = [
    table.columns.map((column) => quoted(header(column))),
    ...table.rows.map((row) => row.map(field)),
  ];
  return lines.map((fields) => `${fields.join(",")}\r\n`).join("");
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
