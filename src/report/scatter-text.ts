import type { ScatterPlot } from "./document.ts";
import { logFrame, powerOfTen } from "./log-frame.ts";

/** Wider plots say no more, and a height that keeps the diagonal at 45 degrees would not fit a screen. */
const WIDEST = 80;
/** A character cell is about twice as high as wide. */
const CELL_ASPECT = 2;
/** Room for the longest tick, such as `1e-10`, and the axis. */
const MARGIN = 7;
/** Narrower than this, ticks of neighbouring decades would touch. */
const CELLS_PER_TICK = 6;

/** Dots of a braille character by column and row; the code point is their sum over U+2800. */
const BRAILLE = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;
const BRAILLE_BLANK = 0x2800;

interface Frame {
  columns: number;
  rows: number;
  /** Decimal logarithms of the ends of both axes, whole numbers. */
  low: number;
  high: number;
}

/**
 * A scatter plot as lines of text, at most `width` cells wide. Each Unicode cell resolves 2 × 4 points; in ASCII a cell shows how many
 * points fall into it: `.` for one, `o` for up to four, `@` for more. Without a point that can be drawn there are no lines.
 */
export function scatterLines(
  plot: ScatterPlot,
  { width, ascii }: { width: number; ascii: boolean },
): string[] {
  const range = logFrame(plot);
  if (range === null) return [];
  const { points, low, high } = range;
  const columns = Math.min(width, WIDEST) - MARGIN;
  const frame = { columns, rows: Math.round(columns / CELL_ASPECT / 1.2), low, high };
  const cells = ascii ? asciiCells(points, frame) : brailleCells(points, frame);
  const axis = ascii ? { y: "|", x: "-", corner: "+" } : { y: "│", x: "─", corner: "└" };
  const ticks = new Map(decades(frame, frame.rows, 1).map(({ at, text }) => [at, text]));
  const body = cells.map((row, index) => {
    const tick = ticks.get(frame.rows - 1 - index) ?? "";
    return `${tick.padStart(MARGIN - 1)}${axis.y}${row.join("")}`.trimEnd();
  });
  const margin = " ".repeat(MARGIN - 1);
  return [
    `${margin}${plot.yTitle}`,
    ...body,
    `${margin}${axis.corner}${axis.x.repeat(columns)}`,
    `${margin} ${tickLine(frame)}`.trimEnd(),
    plot.xTitle.padStart(MARGIN + columns),
  ];
}

/** Index of the cell, of `count`, in which a logarithm lies. */
function cellOf(value: number, { low, high }: Frame, count: number): number {
  return Math.min(count - 1, Math.floor(((value - low) / (high - low)) * count));
}

function emptyCells({ columns, rows }: Frame): null[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
}

function withDiagonal(cells: (string | null)[][], stroke: string): string[][] {
  return cells.map((row, index) =>
    row.map((cell, column) => {
      if (cell !== null) return cell;
      const up = cells.length - 1 - index;
      const middle = ((column + 0.5) / row.length) * cells.length;
      return Math.floor(middle) === up ? stroke : " ";
    }),
  );
}

function asciiCells(points: ScatterPlot["points"], frame: Frame): string[][] {
  const counts = emptyCells(frame).map((row) => row.map(() => 0));
  for (const { x, y } of points) {
    const row = counts[frame.rows - 1 - cellOf(y, frame, frame.rows)];
    const column = cellOf(x, frame, frame.columns);
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  const drawn = counts.map((row) =>
    row.map((count) => (count === 0 ? null : count === 1 ? "." : count <= 4 ? "o" : "@")),
  );
  return withDiagonal(drawn, "/");
}

function brailleCells(points: ScatterPlot["points"], frame: Frame): string[][] {
  const dots = emptyCells(frame).map((row) => row.map(() => 0));
  for (const { x, y } of points) {
    const across = cellOf(x, frame, frame.columns * 2);
    const down = frame.rows * 4 - 1 - cellOf(y, frame, frame.rows * 4);
    const row = dots[Math.floor(down / 4)];
    const column = Math.floor(across / 2);
    const dot = BRAILLE[across % 2]?.[down % 4] ?? 0;
    if (row !== undefined) row[column] = (row[column] ?? 0) | dot;
  }
  const drawn = dots.map((row) =>
    row.map((sum) => (sum === 0 ? null : String.fromCodePoint(BRAILLE_BLANK + sum))),
  );
  return withDiagonal(drawn, "╱");
}

/** Powers of ten with the cell that each begins, as many as there is room for. */
function decades(
  frame: Frame,
  count: number,
  cellsPerTick: number,
): { at: number; text: string }[] {
  const { low, high } = frame;
  const step = Math.max(1, Math.ceil((cellsPerTick * (high - low)) / count));
  const ticks = [];
  for (let decade = low; decade <= high; decade += step) {
    ticks.push({ at: cellOf(decade, frame, count), text: powerOfTen(decade) });
  }
  return ticks;
}

function tickLine(frame: Frame): string {
  return decades(frame, frame.columns, CELLS_PER_TICK).reduce((line, { at, text }) => {
    const start = Math.min(at, frame.columns - text.length);
    return start < line.length ? line : line.padEnd(start) + text;
  }, "");
}
