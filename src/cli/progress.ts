import type { Io } from "./io.ts";

/** Shorter runs say nothing. */
const SILENT_MILLISECONDS = 300;
/** A terminal that is written to more often flickers and costs time. */
const INTERVAL_MILLISECONDS = 100;

export interface Progress {
  report: (done: number, total: number) => void;
  /** Takes the line away again. */
  end: () => Promise<void>;
}

/**
 * A line on stderr that counts up while a command works, drawn over itself. Only where a person watches: on a terminal, and not in CI.
 *
 * @param label words before the figures, or the whole line
 * @param milliseconds a clock
 */
export function showProgress(
  io: Io,
  label: string | ((done: number, total: number) => string),
  { quiet, milliseconds }: { quiet: boolean; milliseconds: () => number },
): Progress {
  const inCi = !["", "0", "false", undefined].includes(io.env["CI"]);
  if (quiet || inCi || !io.stderr.isTerminal || io.env["TERM"] === "dumb") {
    return { report: () => {}, end: () => Promise.resolve() };
  }
  let next = milliseconds() + SILENT_MILLISECONDS;
  let shown = 0;
  const written: Promise<void>[] = [];
  const write = (text: string): void => {
    written.push(io.stderr.write(text));
  };
  return {
    report: (done, total) => {
      const now = milliseconds();
      if (now < next) return;
      next = now + INTERVAL_MILLISECONDS;
      const text = typeof label === "string" ? `${label} ${done}/${total}` : label(done, total);
      write(`\r${text.padEnd(shown)}`);
      shown = Math.max(shown, text.length);
    },
    end: async () => {
      if (shown > 0) write(`\r${" ".repeat(shown)}\r`);
      await Promise.all(written);
    },
  };
}
