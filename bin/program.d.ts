import type { Script } from "node:vm";
import type { processIo, run } from "../src/cli/main.ts";

export type { Io } from "../src/cli/io.ts";

/** What the bundle exports. */
interface Program {
  processIo: typeof processIo;
  run: typeof run;
}

/** Path of the bundle. */
export const PROGRAM: string;
export function compiledProgram(): Script | null;
export function loadProgram(): Program;
export function writeCodeCache(use: (program: Program) => Promise<void>): Promise<void>;
