import { ROW_WRITERS } from "../../report/sweep/rows.ts";
import { Tally } from "../../report/sweep/tally.ts";
import type { SweepHeader } from "../../report/sweep/types.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import type { SweepFlags } from "./options.ts";
import { formatOfFile, openRowFile } from "./output-file.ts";
import { fileLines, parseHeader, parsePoint } from "./read-sweep-file.ts";
import { reportSweep } from "./report-sweep.ts";
import { describeShard, differenceOf, rangeOf } from "./same-sweep.ts";
import { rowFormatOf, stdoutSink } from "./stdout-sink.ts";

export type MergeFlags = Pick<
  SweepFlags,
  "format" | "output" | "force" | "quiet" | "color" | "ascii" | "wide"
>;

interface Part {
  name: string;
  header: SweepHeader;
}

/** Rows are handed on in pieces of about this size. */
const PIECE_POINTS = 256;

/**
 * Joins parts of a sweep. Every file is read through before anything is written.
 *
 * @throws Failure for files that are no parts of one sweep, damaged, unfinished, missing or given twice
 */
export async function mergeSweeps(
  names: readonly string[],
  flags: MergeFlags,
  io: Io,
): Promise<ExitCode> {
  if (flags.output !== undefined && (flags.format === "csv" || flags.format === "ndjson")) {
    const help = "-o decides by its name what the rows are; stdout gets a summary";
    throw new Failure(`-o and --format ${flags.format} exclude each other`, help);
  }
  const format =
    flags.output === undefined ? rowFormatOf(flags.format) : formatOfFile(flags.output);
  const parts = await Promise.all(names.map((name) => readPart(io.cwd, name)));
  const ordered = orderParts(parts);
  const tally = new Tally();
  for (const part of ordered) await readThrough(io.cwd, part, tally);
  const header: SweepHeader = { ...(ordered[0] ?? fail()).header, shard: null };
  const existing = flags.force === true ? "overwrite" : "refuse";
  const file =
    flags.output === undefined
      ? null
      : await openRowFile(io.cwd, flags.output, header, existing, new Tally());
  const sink = file === null ? stdoutSink(flags.format, io.stdout) : null;
  await sink?.open(header);
  const writer = ROW_WRITERS[format];
  for (const part of ordered) {
    for await (const lines of pieces(io.cwd, part.name)) {
      const texts =
        format === "ndjson"
          ? lines.map((line) => `${line}\n`)
          : lines.map((line) => writer.point(header, JSON.parse(line)));
      await (file === null ? sink?.add(texts) : file.append(texts.join("")));
    }
  }
  await file?.close(true);
  await sink?.close(tally);
  await reportSweep({ header, tally, shown: sink?.shown ?? null, flags, io });
  return tally.wins.size > 0 ? EXIT.ok : EXIT.gateFails;
}

async function readPart(cwd: string, name: string): Promise<Part> {
  for await (const { text } of fileLines(cwd, name))
    return { name, header: parseHeader(text, name) };
  throw new Failure(`${name} is empty`, "chipselect sweep -o FILE.ndjson writes such files");
}

/** The parts in the order of the grid, when they are all of one and the same sweep. */
function orderParts(parts: readonly Part[]): readonly Part[] {
  const first = parts[0] ?? fail();
  for (const part of parts.slice(1)) {
    const difference = differenceOf(first.header, part.header);
    if (difference !== null) {
      const message = `${first.name} and ${part.name} are of different sweeps: ${difference}`;
      throw new Failure(message, "give the parts of one sweep");
    }
  }
  const ofOthers = parts.find(({ header }) => header.shard?.of !== first.header.shard?.of);
  if (ofOthers) {
    const [a, b] = [first, ofOthers].map(
      ({ name, header }) => `${name} is ${describeShard(header)}`,
    );
    throw new Failure(`${a}, ${b}: they overlap`, "give parts of the same division");
  }
  const ordered = parts.toSorted((a, b) => place(a) - place(b));
  for (const [index, part] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before && place(before) === place(part)) {
      const message = `${before.name} and ${part.name} are both ${describeShard(part.header)}`;
      throw new Failure(message, "give each part once");
    }
  }
  requireAll(ordered, first.header.shard?.of ?? 1);
  return ordered;
}

const place = ({ header }: Part): number => header.shard?.part ?? 1;

function requireAll(ordered: readonly Part[], of: number): void {
  const present = new Set(ordered.map(place));
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
    (part) => !present.has(part),
  );
  if (missing.length === 0) return;
  const shown = missing.slice(0, 20).join(", ") + (missing.length > 20 ? ", ..." : "");
  const noun = missing.length === 1 ? `part ${shown} is` : `parts ${shown} are`;
  throw new Failure(
    `${noun} missing of ${of}`,
    `chipselect sweep ... --shard ${missing[0]}/${of} -o FILE.ndjson`,
  );
}

/** Counts the points of one part and sees that they are all there. */
async function readThrough(cwd: string, { name, header }: Part, tally: Tally): Promise<void> {
  const { from, to } = rangeOf(header);
  let next = from;
  let torn = false;
  for await (const { text, line, whole } of fileLines(cwd, name)) {
    if (!whole) torn = true;
    if (!whole || line === 1) continue;
    if (next >= to) throw new Failure(`${name}:${line}: more points than the part has`);
    tally.add(parsePoint(text, `${name}:${line}`, next));
    next += 1;
  }
  if (next === to && !torn) return;
  throw new Failure(
    `${name} holds ${next - from} of ${to - from} points`,
    "the same chipselect sweep with --resume finishes it",
  );
}

async function* pieces(cwd: string, name: string): AsyncGenerator<string[]> {
  let lines: string[] = [];
  for await (const { text, line } of fileLines(cwd, name)) {
    if (line === 1) continue;
    lines.push(text);
    if (lines.length < PIECE_POINTS) continue;
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}

function fail(): never {
  throw new Failure("no files to join");
}
