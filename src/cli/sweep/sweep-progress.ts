import { showProgress, type Progress } from "../progress.ts";
import type { Io } from "../io.ts";

/** Where no person watches, a line now and then shows a log that the job lives. */
const COARSE_MILLISECONDS = 30_000;

/**
 * Points done with their rate and the time left, on stderr: over itself on a terminal, else a line every half minute.
 *
 * @param start points that were there before this run
 * @param milliseconds a clock
 */
export function sweepProgress(
  io: Io,
  { start, quiet, milliseconds }: { start: number; quiet: boolean; milliseconds: () => number },
): Progress {
  const began = milliseconds();
  const describe = (done: number, total: number): string =>
    `sweeping ${done}/${total} points${pace(done - start, total - done, milliseconds() - began)}`;
  const line = showProgress(io, describe, { quiet, milliseconds });
  if (quiet || io.stderr.isTerminal) return line;
  let next = began + COARSE_MILLISECONDS;
  const written: Promise<void>[] = [];
  return {
    report: (done, total) => {
      if (milliseconds() < next) return;
      next = milliseconds() + COARSE_MILLISECONDS;
      written.push(io.stderr.write(`${describe(done, total)}\n`));
    },
    end: async () => {
      await Promise.all(written.splice(0));
    },
  };
}

function pace(done: number, left: number, milliseconds: number): string {
  if (done <= 0 || milliseconds <= 0) return "";
  const perSecond = (done / milliseconds) * 1000;
  return `, ${short(perSecond)}/s, ${duration(left / perSecond)} left`;
}

function short(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}

/** `8 s`, `4 min`, `3 h`, `2 days`: whole units, since the rate wavers. */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 129_600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}
