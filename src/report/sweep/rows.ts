import { csvHeader, csvRows } from "../csv.ts";
import { sweepColumns, sweepRows } from "./columns.ts";
import type { SweepHeader, SweepPoint } from "./types.ts";

/** How the points of a sweep are written one after the other. */
export interface RowWriter {
  /** What comes before the first point. */
  opening(header: SweepHeader): string;
  point(header: SweepHeader, point: SweepPoint): string;
}

/** Formats of files; both grow point by point. */
export type RowFormat = "ndjson" | "csv";

/** NDJSON keeps the header as its first line; CSV (RFC 4180) has a row for each candidate of each point. */
export const ROW_WRITERS: Readonly<Record<RowFormat, RowWriter>> = {
  ndjson: {
    opening: (header) => `${JSON.stringify(header)}\n`,
    point: (_header, point) => `${JSON.stringify(point)}\n`,
  },
  csv: {
    opening: (header) => csvHeader(sweepColumns(header)),
    point: (header, point) => csvRows(sweepRows(header, point)),
  },
};
