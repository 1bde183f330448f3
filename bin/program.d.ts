import type { Script } from "node:vm";
import type { processIo, run } from "../src/cli/main.ts";

export type { Io } from "../src/cli/io.ts";

/** What the bundle exports. */
interface Program {
  processIo: typeof processIo;
  run: typeof run;
}

/** Path of the bundle that runs a command. */
export function bundleOf(command: string | undefined): string;
export function compiledProgram(bundle: string): Script | null;
export function loadProgram(bundle: string): Program;
export function writeCodeCache(
  bundle: string,
  use: (program: Program) => Promise<void>,
): Promise<void>;
