import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { ROW_WRITERS, type RowFormat } from "../../report/sweep/rows.ts";
import type { Tally } from "../../report/sweep/tally.ts";
import type { SweepHeader } from "../../report/sweep/types.ts";
import { Failure } from "../failure.ts";
import { fileLines, parseHeader, parsePoint } from "./read-sweep-file.ts";
import { describeShard, differenceOf, rangeOf } from "./same-sweep.ts";

/** Where an interrupted sweep goes on. */
interface Progress {
  /** First point that is missing. */
  next: number;
  /** Bytes of the file that are kept: whole points. */
  bytes: number;
}

export function journalOf(path: string): string {
  return `${path}.journal`;
}

/**
 * How far a file of the same sweep got; null when not even its opening was written. Its points are counted in `tally`.
 *
 * @throws Failure when it is of another sweep or damaged
 */
export function readProgress(
  cwd: string,
  name: string,
  header: SweepHeader,
  format: RowFormat,
  tally: Tally,
): Promise<Progress | null> {
  return format === "ndjson"
    ? ndjsonProgress(cwd, name, header, tally)
    : csvProgress(cwd, name, header, tally);
}

async function ndjsonProgress(
  cwd: string,
  name: string,
  header: SweepHeader,
  tally: Tally,
): Promise<Progress | null> {
  const { from, to } = rangeOf(header);
  let progress: Progress | null = null;
  for await (const { text, line, end, whole } of fileLines(cwd, name)) {
    if (!whole) break;
    if (progress === null) {
      requireSame(parseHeader(text, name), header, name);
      progress = { next: from, bytes: end };
      continue;
    }
    if (progress.next >= to) throw new Failure(`${name}:${line}: more points than the sweep has`);
    tally.add(parsePoint(text, `${name}:${line}`, progress.next));
    progress = { next: progress.next + 1, bytes: end };
  }
  return progress;
}

/** The last point may lack rows, so it is evaluated again. */
async function csvProgress(
  cwd: string,
  name: string,
  header: SweepHeader,
  tally: Tally,
): Promise<Progress | null> {
  const journal = await readFile(journalOf(resolve(cwd, name)), "utf8").catch(() => null);
  if (journal === null) {
    throw new Failure(
      `${name} has no journal beside it: it is complete, or no sweep wrote it`,
      "--force overwrites it; NDJSON files tell themselves what they are",
    );
  }
  requireSame(parseHeader(journal, `${name}.journal`), header, name);
  const { from } = rangeOf(header);
  const winnerColumn = 1 + header.axes.length;
  let progress: Progress | null = null;
  let last: { point: number; winner: string | null; fault: string | null; start: number } | null =
    null;
  for await (const { text, line, end, whole } of fileLines(cwd, name)) {
    if (!whole) break;
    if (progress === null) {
      if (`${text}\n` !== ROW_WRITERS.csv.opening(header)) {
        throw new Failure(`${name}:1: not the columns of this sweep`, "--force overwrites it");
      }
      progress = { next: from, bytes: end };
      continue;
    }
    const [cells = []]: string[][] = parse(text, { relax_column_count: true });
    const point = Number(cells[0]);
    const expected: number = last === null ? from : last.point;
    if (point !== expected && (last === null || point !== expected + 1)) {
      const message = `${name}:${line}: point ${cells[0]} stands where point ${expected} belongs`;
      throw new Failure(message, "lines were lost, repeated or moved");
    }
    if (last === null || point !== last.point) {
      const start: number = progress.bytes;
      if (last !== null) tally.add(last);
      const winner = cells[winnerColumn] || null;
      last = { point, winner, fault: cells.at(-1) || null, start };
    }
    progress = { next: point + 1, bytes: end };
  }
  if (progress === null || last === null) return progress;
  return { next: last.point, bytes: last.start };
}

function requireSame(found: SweepHeader, asked: SweepHeader, name: string): void {
  const difference = differenceOf(found, asked);
  if (difference !== null) {
    throw new Failure(
      `${name} is of another sweep: ${difference}`,
      "give the same options again, another -o FILE, or --force to begin anew",
    );
  }
  if (JSON.stringify(found.shard) === JSON.stringify(asked.shard)) return;
  throw new Failure(
    `${name} holds ${describeShard(found)}, not ${describeShard(asked)}`,
    "give each part its own file",
  );
}
