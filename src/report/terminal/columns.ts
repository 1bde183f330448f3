import type { TextTable } from "../table-text.ts";
import { displayWidth } from "./width.ts";

export const SEPARATOR_WIDTH = 2;
/** A name is not shortened under this width while a column can still be dropped. */
const COMFORTABLE_NAME_WIDTH = 18;
const SHORTEST_NAME_WIDTH = 8;
const SHORTEST_TITLE_WIDTH = 12;

export interface FittedColumns {
  /** Indices of the columns that are shown, in order, and the width of each. */
  shown: readonly { index: number; width: number }[];
  /** Titles of the columns that had no room. */
  dropped: readonly string[];
}

/**
 * Chooses columns and widths for `available` cells: optional columns go first (largest `optional` first), then names
 * get shorter. Figures keep their width, so a table can be wider than `available` when nothing is left to give.
 */
export function fitColumns(table: TextTable, available: number): FittedColumns {
  const natural = table.columns.map((column, index) =>
    Math.max(
      Math.min(displayWidth(column.title), column.shortensTitle ? SHORTEST_TITLE_WIDTH : Infinity),
      displayWidth(column.unit ?? ""),
      ...table.rows.map((row) => displayWidth(row[index]?.text ?? "")),
    ),
  );
  let indices = table.columns.map((_, index) => index);
  const total = (widthOf: (index: number) => number): number =>
    indices.reduce((sum, index) => sum + widthOf(index), 0) +
    SEPARATOR_WIDTH * Math.max(0, indices.length - 1);
  const naturalOf = (index: number): number => natural[index] ?? 0;
  const shortened = (limit: number) => (index: number) =>
    table.columns[index]?.shortens ? Math.min(naturalOf(index), limit) : naturalOf(index);

  const dropped: number[] = [];
  while (total(shortened(COMFORTABLE_NAME_WIDTH)) > available) {
    const candidate = mostOptional(table, indices);
    if (candidate === null) break;
    indices = indices.filter((index) => index !== candidate);
    dropped.push(candidate);
  }

  let nameWidth = Math.max(0, ...natural);
  while (nameWidth > SHORTEST_NAME_WIDTH && total(shortened(nameWidth)) > available) nameWidth -= 1;
  return {
    shown: widenTitles(
      table,
      indices.map((index) => ({ index, width: shortened(nameWidth)(index) })),
      available - total(shortened(nameWidth)),
    ),
    dropped: dropped
      .sort((a, b) => a - b)
      .map((index) => table.columns[index]?.title ?? "")
      .filter(Boolean),
  };
}

function mostOptional(table: TextTable, indices: readonly number[]): number | null {
  let chosen: number | null = null;
  let highest = 0;
  for (const index of indices) {
    const optional = table.columns[index]?.optional ?? 0;
    if (optional > 0 && optional >= highest) {
      chosen = index;
      highest = optional;
    }
  }
  return chosen;
}

/** Gives what is left of the line to titles that would otherwise be shortened, from the left. */
function widenTitles(
  table: TextTable,
  columns: readonly { index: number; width: number }[],
  spare: number,
): { index: number; width: number }[] {
  let left = spare;
  return columns.map(({ index, width }) => {
    const column = table.columns[index];
    const wanted = column?.shortensTitle ? displayWidth(column.title) - width : 0;
    const given = Math.max(0, Math.min(wanted, left));
    left -= given;
    return { index, width: width + given };
  });
}
