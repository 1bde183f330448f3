/**
 * A report before it takes the shape of a terminal, a Markdown page or a CSV file. Sections build blocks from a
 * result value; writers only lay them out, so that every format shows the same figures.
 */
export interface Document {
  /** What the report is about, where it is a page that stands alone. */
  title?: string;
  blocks: readonly Block[];
}

export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string; tone?: Tone }
  | { kind: "list"; items: readonly string[] }
  | { kind: "facts"; items: readonly Fact[] }
  | { kind: "table"; table: Table }
  | { kind: "scatter"; plot: ScatterPlot }
  /** A picture of the table before it, for pages that can draw; text has the table alone. */
  | { kind: "bars"; bars: StackedBars }
  /** A long part that a page folds away. */
  | { kind: "details"; summary: string; blocks: readonly Block[] }
  /** The command that a reader may want next. */
  | { kind: "next"; command: string; why: string };

/** Points on two logarithmic axes with one common range; the diagonal, where both are equal, is drawn. */
export interface ScatterPlot {
  xTitle: string;
  yTitle: string;
  /** Positive figures; others cannot be drawn and are left out. */
  points: readonly { x: number; y: number }[];
}

/** One bar a candidate, whose segments are the parts of its total; nothing below 0 is drawn. */
export interface StackedBars {
  title: string;
  parts: readonly string[];
  /** `values` in the order of `parts`; both they and the total are shown with three decimals. */
  bars: readonly { name: string; values: readonly number[]; total: number }[];
}

export interface Fact {
  label: string;
  value: string;
}

/** A meaning, which a writer may colour. It never stands alone: the text says the same in words. */
export type Tone = "plain" | "strong" | "good" | "bad" | "warn" | "muted";

export interface Table {
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** What the writer of a table says itself, where it is not English. */
  language?: TableLanguage;
}

interface TableLanguage {
  /** Of the `{columns}` that find no room. */
  noRoom: string;
  /** Between their titles. */
  separator: string;
  /** Units that are words. */
  units: Readonly<Record<string, string>>;
}

export interface Column {
  id: string;
  title: string;
  type: ColumnType;
  /** What a number counts, in SI (`s`, `B`, `USD/request`, …); the writer picks the prefix for the whole column. */
  unit?: string;
  /** The title is a name that may be shortened, where the figures below it are narrower. */
  shortensTitle?: boolean;
  /** 0 is always shown; where space is short, columns go by falling `optional`. */
  optional?: number;
}

type ColumnType =
  /** Words; whole, left aligned. */
  | "text"
  /** A name that may be shortened in the middle. */
  | "name"
  /** Words that are right aligned, such as a worked sum. */
  | "sum"
  /** A quantity with three significant digits. */
  | "quantity"
  /** A whole number. */
  | "count"
  /** A value from 0 to 1 with three decimals. */
  | "score"
  /** A share from 0 to 1, shown in percent. */
  | "share";

export interface Cell {
  value: number | string | null;
  /** The figure rests on an estimate and gets a `~`. */
  estimated?: boolean;
  tone?: Tone;
}
