import { CsvError, parse } from "csv-parse/sync";
import { isMapping } from "../input/mapping.ts";
import { columnsOf, setOfHeader } from "./columns.ts";
import type { MeasurementRow, MeasurementSet } from "./types.ts";

/** One thing wrong with a measurement file. `line` is 1-based. */
export interface MeasurementProblem {
  file: string;
  line: number;
  message: string;
}

export interface MeasurementFile {
  rows: readonly MeasurementRow[];
  problems: readonly MeasurementProblem[];
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/**
 * Rows of one CSV file (RFC 4180, first line = column names). The set is told by its columns; a row with a bad number is left
 * out and named among the problems. Never throws.
 *
 * @param file name for messages
 */
export function readMeasurements(text: string, file: string): MeasurementFile {
  let lines: Parsed[];
  try {
    lines = parsedLines(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = ("lines" in error ? Number(error["lines"]) : 1) || 1;
    return { rows: [], problems: [{ file, line, message: `not a CSV file: ${error.message}` }] };
  }
  const header = lines[0]?.record.map((name) => name.trim());
  if (header === undefined)
    return { rows: [], problems: [{ file, line: 1, message: "the file is empty" }] };
  const problems: MeasurementProblem[] = [];
  const set = setOfHeader(header);
  if (typeof set !== "string") {
    return { rows: [], problems: [{ file, line: 1, message: set.problem }] };
  }
  const repeated = header.find((name, index) => header.indexOf(name) !== index);
  if (repeated !== undefined) {
    problems.push({ file, line: 1, message: `column ${repeated} stands twice in the header` });
  }
  const rows: MeasurementRow[] = [];
  const seen = new Map<string, number>();
  let line = 1 + (lines[0]?.info.lines ?? 1);
  for (const { record, info } of lines.slice(1)) {
    const start = line;
    line = info.lines + 1;
    const found = readRow(record, header, set);
    if (typeof found === "string") {
      problems.push({ file, line: start, message: found });
      continue;
    }
    const id = found["id"] ?? "";
    const before = seen.get(id);
    if (before !== undefined) {
      problems.push({ file, line: start, message: `id ${id} was used in line ${before} already` });
      continue;
    }
    seen.set(id, start);
    rows.push({ set, id, file, line: start, fields: found });
  }
  return { rows: servingPoints(rows) ? rows.map(asServingPoint) : rows, problems };
}

/** Records with the number of the line that each ends on. */
function parsedLines(text: string): Parsed[] {
  const parsed: unknown = parse(text, {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  return Array.isArray(parsed) ? parsed.filter(isParsed) : [];
}

function isParsed(value: unknown): value is Parsed {
  return (
    isMapping(value) &&
    Array.isArray(value["record"]) &&
    isMapping(value["info"]) &&
    typeof value["info"]["lines"] === "number"
  );
}

/** A file of nothing but latencies at a steady number of concurrent requests is the set of serving points. */
function servingPoints(rows: readonly MeasurementRow[]): boolean {
  return (
    rows.length > 0 &&
    rows.every(
      ({ set, fields }) =>
        set === "llm-inference" &&
        fields["scenario"] === "server" &&
        (fields["metric"] === "tpot_ms" || fields["metric"] === "ttft_ms"),
    )
  );
}

const asServingPoint = (row: MeasurementRow): MeasurementRow => ({ ...row, set: "serving-points" });

function readRow(
  record: readonly string[],
  header: readonly string[],
  set: MeasurementSet,
): Record<string, string> | string {
  if (record.length !== header.length) {
    return `${record.length} cells where the header has ${header.length} columns`;
  }
  const fields: Record<string, string> = {};
  for (const [index, name] of header.entries()) fields[name] = (record[index] ?? "").trim();
  const { numeric, filled } = columnsOf(set);
  for (const name of filled) {
    if ((fields[name] ?? "") === "") return `column ${name} is empty`;
  }
  for (const name of numeric) {
    const value = fields[name] ?? "";
    if (value === "") continue;
    const number = Number(value);
    if (!Number.isFinite(number) || number < 0) {
      return `column ${name}: ${JSON.stringify(value)} is not a number of at least 0`;
    }
  }
  const measured = Number(fields["value"]);
  if (measured <= 0) return `column value: ${JSON.stringify(fields["value"])} is not above 0`;
  const grade = fields["grade"] ?? "";
  if (grade !== "" && !["A", "B", "C", "X"].includes(grade)) {
    return `column grade: ${JSON.stringify(grade)} is not one of A, B, C, X`;
  }
  return fields;
}
