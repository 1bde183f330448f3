import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { setImmediate } from "node:timers/promises";
import { dirname, resolve } from "node:path";
import { packageVersion } from "../../app/package-root.ts";
import { checkSweep, workFactors } from "../../app/sweep/check-sweep.ts";
import { shardRange } from "../../app/sweep/grid.ts";
import { Tally } from "../../report/sweep/tally.ts";
import type { SweepHeader } from "../../report/sweep/types.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { readInput } from "../read-input.ts";
import { showDiagnostics } from "../show-failure.ts";
import { fingerprint } from "./fingerprint.ts";
import type { SweepFlags } from "./options.ts";
import { formatOfFile, openRowFile, type RowFile } from "./output-file.ts";
import { CHUNK_POINTS, pooledPoints } from "./pool.ts";
import {
  badInput,
  prepareSweep,
  sourcesOf,
  type PreparedSweep,
  type SweepSetup,
} from "./prepare.ts";
import { writtenPoints, type Range, type WrittenPoint } from "./row-source.ts";
import { rangeOf } from "./same-sweep.ts";
import { rowFormatOf, stdoutSink } from "./stdout-sink.ts";
import { reportSweep } from "./report-sweep.ts";
import { sweepProgress } from "./sweep-progress.ts";

/** A larger grid is a mistyped range; a month of a thousand points a second has 3·10⁹. */
const MOST_POINTS = 1e9;
/** A smaller sweep is done before threads have started: each loads the program and the catalogue. */
const WORTH_WORKERS_MICROSECONDS = 1_500_000;

/** The whole command: reads, checks, evaluates, writes. Returns the exit code. */
export async function runSweep(name: string, flags: SweepFlags, io: Io): Promise<ExitCode> {
  checkFlags(flags);
  const { file, text } = await readInput(io, name);
  const setup: SweepSetup = {
    file,
    text,
    folder: name === "-" ? io.cwd : dirname(resolve(io.cwd, name)),
    over: flags.over,
    chips: flags.chips,
    top: flags.top === "all" ? null : flags.top,
    version: packageVersion(),
  };
  const prepared = prepareSweep(setup);
  const { sweep, axes } = prepared;
  const { points } = sweep.grid;
  if (points > MOST_POINTS) {
    const message = `the grid has ${points.toExponential(1)} points; at most 1e9 are swept`;
    throw new Failure(message, "fewer values on the axes, or a sweep for each part of the grid");
  }
  const { diagnostics, warnings } = checkSweep(sweep, axes);
  if (diagnostics.length > 0) throw badInput(diagnostics, setup);
  if (!flags.quiet) await showDiagnostics(warnings, sourcesOf(setup), io, flags);
  const factors = workFactors(sweep, axes);
  const header = headerOf(setup, prepared, flags, factors);
  const total = factors.reduce(
    (work, axis) => work * axis.reduce((sum, factor) => sum + factor, 0),
    sweep.work(axes.map(() => 0)) ?? 0,
  );
  const few = total < WORTH_WORKERS_MICROSECONDS;
  const workers = flags.workers ?? (few ? 1 : availableParallelism());
  return writeSweep({ setup, prepared, header, flags, io, workers });
}

function checkFlags({ over, output, format, shard, resume, force }: SweepFlags): void {
  if (over.length === 0) {
    const help = 'for example --over "budget.monthly=20 k USD,40 k USD"';
    throw new Failure("--over KEY=VALUES is missing: nothing to vary", help);
  }
  const fileFormat = output === undefined ? null : formatOfFile(output);
  if (fileFormat !== null && (format === "csv" || format === "ndjson")) {
    const help = "-o decides by its name what the rows are; stdout gets a summary";
    throw new Failure(`-o and --format ${format} exclude each other`, help);
  }
  if (shard && (fileFormat ?? format) !== "ndjson") {
    const message = "parts of a sweep are written as NDJSON";
    throw new Failure(message, "-o part.ndjson, or --format ndjson; chipselect merge makes CSV");
  }
  if (resume && output === undefined) throw new Failure("--resume needs -o FILE to go on with");
  if (resume && force) throw new Failure("--resume and --force exclude each other");
}

function headerOf(
  setup: SweepSetup,
  prepared: PreparedSweep,
  { shard }: SweepFlags,
  factors: readonly (readonly number[])[],
): SweepHeader {
  const { sweep, axes } = prepared;
  const reading = sweep.workload(axes.map(() => 0));
  return {
    schemaVersion: 1,
    kind: "sweep",
    tool: { name: "chipselect", version: setup.version },
    workload: reading.ok ? reading.value.name : setup.file,
    fingerprint: fingerprint(setup, prepared),
    points: sweep.grid.points,
    axes: axes.map(({ key, values }) => ({ key, values: values.map(({ shown }) => shown) })),
    chips: setup.chips,
    top: setup.top,
    shard: shard ? { ...shard, ...shardRange(sweep.grid, factors, shard) } : null,
  };
}

interface Job {
  setup: SweepSetup;
  prepared: PreparedSweep;
  header: SweepHeader;
  flags: SweepFlags;
  io: Io;
  workers: number;
}

async function writeSweep(job: Job): Promise<ExitCode> {
  const { header, flags, io } = job;
  // A long run would let its heap grow to four times what lives in it; half as much again costs a fifth more time and no more memory
  // than a small machine has.
  setFlagsFromString("--heap-growing-percent=50");
  const tally = new Tally();
  const file = await openFile(job, tally);
  const sink = file === null ? stdoutSink(flags.format, io.stdout) : null;
  const range = { from: file?.next ?? rangeOf(header).from, to: rangeOf(header).to };
  if (file !== null && tally.points > 0 && !flags.quiet) {
    const left = range.to - range.from;
    await io.stderr.write(`${tally.points} points are there already, ${left} are left\n`);
  }
  const progress = sweepProgress(io, {
    start: tally.points,
    quiet: flags.quiet === true,
    milliseconds: () => performance.now(),
  });
  const count = rangeOf(header).to - rangeOf(header).from;
  const interruption = listen(io);
  let complete = false;
  try {
    await sink?.open(header);
    for await (const points of source(job, range)) {
      const texts = points.map(({ text }) => text);
      await (file === null ? sink?.add(texts) : file.append(texts.join("")));
      for (const point of points) tally.add(point);
      progress.report(tally.points, count);
      if (interruption.asked || (sink !== null && io.stdout.isOpen?.() === false)) break;
    }
    complete = tally.points === count;
  } finally {
    interruption.end();
    await progress.end();
    await file?.close(complete);
  }
  if (!complete && interruption.asked) {
    const how = flags.output === undefined ? "" : "; the same command with --resume goes on";
    await io.stderr.write(`interrupted after ${tally.points} of ${count} points${how}\n`);
    return EXIT.interrupted;
  }
  await sink?.close(tally);
  await reportSweep({ header, tally, shown: sink?.shown ?? null, flags, io });
  // A part without a feasible point is no failure: the whole grid decides.
  return tally.wins.size > 0 || header.shard !== null ? EXIT.ok : EXIT.gateFails;
}

function openFile({ header, flags, io }: Job, tally: Tally): Promise<RowFile | null> {
  if (flags.output === undefined) return Promise.resolve(null);
  const existing = flags.resume ? "resume" : flags.force ? "overwrite" : "refuse";
  return openRowFile(io.cwd, flags.output, header, existing, tally);
}

/** Points from threads, or from this one where there is to be only one or little is left. */
function source(
  { setup, prepared, header, flags, workers }: Job,
  range: Range,
): AsyncIterable<readonly WrittenPoint[]> {
  const format =
    flags.output === undefined ? rowFormatOf(flags.format) : formatOfFile(flags.output);
  const chunks = Math.ceil((range.to - range.from) / CHUNK_POINTS);
  const threads = Math.min(workers, chunks);
  if (threads > 1) return pooledPoints({ setup, header, format }, range, threads);
  return breathing(writtenPoints(prepared.sweep, header, format, range));
}

/** Lets the program hear an interruption between batches. */
async function* breathing<T>(batches: Iterable<T>): AsyncGenerator<T> {
  for (const batch of batches) {
    yield batch;
    await setImmediate();
  }
}

function listen(io: Io): { readonly asked: boolean; end: () => void } {
  const state = { asked: false, end: (): void => {} };
  const stop = io.onInterrupt?.(() => {
    state.asked = true;
  });
  state.end = () => stop?.();
  return state;
}
