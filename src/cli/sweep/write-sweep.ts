import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { Tally } from "../../report/sweep/tally.ts";
import type { SweepHeader } from "../../report/sweep/types.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import type { SweepFlags } from "./options.ts";
import { formatOfFile, openRowFile, type RowFile } from "./output-file.ts";
import { CHUNK_POINTS, pooledPoints } from "./pool.ts";
import type { PreparedSweep, SweepSetup } from "./prepare.ts";
import { reportSweep } from "./report-sweep.ts";
import { writtenPoints, type Range, type WrittenPoint } from "./row-source.ts";
import { rangeOf } from "./same-sweep.ts";
import { rowFormatOf, stdoutSink } from "./stdout-sink.ts";
import { sweepProgress } from "./sweep-progress.ts";

/** A sweep that is ready to run. */
export interface SweepJob {
  setup: SweepSetup;
  prepared: PreparedSweep;
  header: SweepHeader;
  flags: SweepFlags;
  io: Io;
  workers: number;
}

/** Evaluates, writes and reports; keeps what is done when it is interrupted. Returns the exit code. */
export async function writeSweep(job: SweepJob): Promise<ExitCode> {
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

function openFile({ header, flags, io }: SweepJob, tally: Tally): Promise<RowFile | null> {
  if (flags.output === undefined) return Promise.resolve(null);
  const existing = flags.resume ? "resume" : flags.force ? "overwrite" : "refuse";
  return openRowFile(io.cwd, flags.output, header, existing, tally);
}

/** Points from threads, or from this one where there is to be only one or little is left. */
function source(
  { setup, prepared, header, flags, workers }: SweepJob,
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
