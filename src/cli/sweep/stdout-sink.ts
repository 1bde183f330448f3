import { ROW_WRITERS, type RowFormat } from "../../report/sweep/rows.ts";
import type { SweepTally } from "../../report/sweep/tally.ts";
import type { SweepHeader, SweepPoint } from "../../report/sweep/types.ts";
import type { Output } from "../io.ts";
import type { SweepFormat } from "./options.ts";

/** Takes points as they come; nothing is kept but what a table shows. */
export interface RowSink {
  open(header: SweepHeader): Promise<void>;
  /** Points as rows of `rowFormatOf` the sink's format. */
  add(texts: readonly string[]): Promise<void>;
  close(tally: SweepTally): Promise<void>;
  /** The first points, for a table. */
  readonly shown: readonly SweepPoint[];
}

/** Points that a table on stdout shows. */
const MOST_SHOWN = 100;

/** The rows that a format on stdout is made of; JSON and the table are made of NDJSON lines. */
export function rowFormatOf(format: SweepFormat): RowFormat {
  return format === "csv" ? "csv" : "ndjson";
}

export function stdoutSink(format: SweepFormat, stdout: Output): RowSink {
  switch (format) {
    case "json":
      return jsonSink(stdout);
    case "table":
      return tableSink();
    default:
      return rowSink(format, stdout);
  }
}

function rowSink(format: RowFormat, stdout: Output): RowSink {
  return {
    shown: [],
    open: (header) => stdout.write(ROW_WRITERS[format].opening(header)),
    add: (texts) => stdout.write(texts.join("")),
    close: () => Promise.resolve(),
  };
}

/** One JSON document that is written as it grows. */
function jsonSink(stdout: Output): RowSink {
  let separator = "\n";
  return {
    shown: [],
    open: (header) =>
      stdout.write(`${JSON.stringify(header, null, 2).slice(0, -2)},\n  "results": [`),
    add: (texts) => {
      const lines = texts.map((text) => {
        const line = `${separator}    ${text.trimEnd()}`;
        separator = ",\n";
        return line;
      });
      return stdout.write(lines.join(""));
    },
    close: (tally) => stdout.write(`\n  ],\n  "summary": ${JSON.stringify(summaryOf(tally))}\n}\n`),
  };
}

function tableSink(): RowSink {
  const shown: SweepPoint[] = [];
  return {
    shown,
    open: () => Promise.resolve(),
    add: (texts) => {
      for (const text of texts.slice(0, Math.max(0, MOST_SHOWN - shown.length))) {
        const point: SweepPoint = JSON.parse(text);
        shown.push(point);
      }
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}

/** Counts of a sweep as JSON. */
export function summaryOf(tally: SweepTally): object {
  return {
    points: tally.points,
    infeasible: tally.infeasible,
    faulty: tally.faulty,
    wins: Object.fromEntries([...tally.wins].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))),
  };
}
