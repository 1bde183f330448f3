import { MATRIX_NAMES } from "../app/rank.ts";
import type { Matrix } from "../input/matrix/matrix-types.ts";
import { readMatrix } from "../input/matrix/read-matrix.ts";
import { BadInput } from "./bad-input.ts";
import type { Io } from "./io.ts";
import type { OutputFlags } from "./output-options.ts";
import { readInput } from "./read-input.ts";
import { showDiagnostics } from "./show-failure.ts";

/**
 * Reads the matrix file that the user named. Warnings about the file go to stderr.
 *
 * @throws BadInput with every fault of the file
 */
export async function loadMatrix(name: string, flags: OutputFlags, io: Io): Promise<Matrix> {
  const { file, text } = await readInput(io, name);
  const reading = readMatrix(text, file, MATRIX_NAMES);
  const sources = new Map([[file, text]]);
  if (!reading.ok) throw new BadInput(reading.diagnostics, sources);
  if (!flags.quiet) await showDiagnostics(reading.warnings, sources, io, flags);
  return reading.value;
}
