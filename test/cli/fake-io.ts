import { run } from "../../src/cli/main.ts";
import type { ExitCode } from "../../src/cli/exit-code.ts";
import type { Io } from "../../src/cli/io.ts";

export interface Surroundings {
  cwd?: string;
  env?: Record<string, string>;
  stdin?: string;
  /** Columns of a terminal on both streams; pipes when absent. */
  terminal?: number;
}

export interface Outcome {
  code: ExitCode;
  stdout: string;
  stderr: string;
}

/** Runs a command line in this process and collects what it says. */
export async function chipselect(
  argv: readonly string[],
  surroundings: Surroundings = {},
): Promise<Outcome> {
  const printed = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof printed): Io["stdout"] => ({
    isTerminal: surroundings.terminal !== undefined,
    columns: surroundings.terminal ?? null,
    write: (text) => {
      printed[name] += text;
      return Promise.resolve();
    },
  });
  const code = await run({
    argv,
    cwd: surroundings.cwd ?? process.cwd(),
    env: surroundings.env ?? {},
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    readStdin: () => Promise.resolve(surroundings.stdin ?? ""),
    platform: "Node.js v0, test",
  });
  return { code, ...printed };
}

/** Surroundings in which standard error is a terminal or not, and all that either stream is told. */
export function listening(
  isTerminal: boolean,
  env: Io["env"] = {},
): { io: Io; heard: () => string } {
  let text = "";
  const stream = (terminal: boolean): Io["stderr"] => ({
    isTerminal: terminal,
    columns: null,
    write: (piece) => {
      text += piece;
      return Promise.resolve();
    },
  });
  const io: Io = {
    argv: [],
    cwd: "/",
    env,
    stdout: stream(false),
    stderr: stream(isTerminal),
    readStdin: () => Promise.resolve(""),
    platform: "test",
  };
  return { io, heard: () => text };
}
