import CliTable from "cli-table3";
import type { Palette } from "../palette.ts";
import { textTable, type TextTable } from "../table-text.ts";
import type { Table } from "../document.ts";
import { toAscii } from "./ascii.ts";
import { fitColumns, SEPARATOR_WIDTH } from "./columns.ts";
import { shortenMiddle } from "./width.ts";

export interface Terminal {
  /** Cells of a line. */
  width: number;
  palette: Palette;
  ascii: boolean;
}

const SEPARATOR = " ".repeat(SEPARATOR_WIDTH);

/** Lines of a table with one rule under the header, and the titles of columns that had no room. */
export function terminalTable(
  table: Table,
  terminal: Terminal,
): { lines: string[]; dropped: readonly string[] } {
  const text = terminal.ascii ? asciiTable(textTable(table)) : textTable(table);
  const { shown, dropped } = fitColumns(text, terminal.width);
  const ellipsis = terminal.ascii ? ".." : "…";
  const rule = terminal.ascii ? "-" : "─";
  const columns = shown.flatMap(({ index, width }) => {
    const column = text.columns[index];
    return column === undefined ? [] : [{ ...column, index, width }];
  });
  const units = columns.some(({ unit }) => unit !== null && unit !== "");
  const options = {
    chars: {
      ...NO_BORDERS,
      middle: SEPARATOR,
      mid: rule,
      "mid-mid": rule.repeat(SEPARATOR_WIDTH),
    },
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 },
    colWidths: columns.map(({ width }) => width),
    colAligns: columns.map(({ align }) => align),
  };
  const head = columns.map(({ title, unit, width }) => {
    const shown = shortenMiddle(title, width, ellipsis);
    return units ? `${shown}\n${unit ?? ""}` : shown;
  });
  const body = text.rows.map((row) =>
    columns.map(({ index, width }) => {
      const cell = row[index];
      if (cell === undefined) return "";
      return terminal.palette(cell.tone, shortenMiddle(cell.text, width, ellipsis));
    }),
  );
  const lines = [];
  for (let start = 0; start === 0 || start < body.length; start += ROWS_AT_ONCE) {
    const drawn = new CliTable(start === 0 ? { ...options, head } : options);
    drawn.push(...body.slice(start, start + ROWS_AT_ONCE));
    lines.push(...drawn.toString().split("\n"));
  }
  return { lines: lines.map((line) => line.trimEnd()), dropped };
}

/** cli-table3 compares each cell with all others of its table, so the time for one table grows with the square of its rows. */
const ROWS_AT_ONCE = 200;

const NO_BORDERS = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  right: "",
  "right-mid": "",
} as const;

function asciiTable(table: TextTable): TextTable {
  return {
    columns: table.columns.map((column) => ({
      ...column,
      title: toAscii(column.title),
      unit: column.unit === null ? null : toAscii(column.unit),
    })),
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, text: toAscii(cell.text) }))),
  };
}
