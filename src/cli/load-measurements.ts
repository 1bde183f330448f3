import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { loadBuiltinMeasurements } from "../app/builtin-measurements.ts";
import type { Diagnostic } from "../input/diagnostic.ts";
import { about, fileError, notAFile } from "../input/file-errors.ts";
import { readMeasurements, type MeasurementProblem } from "../validation/read-measurements.ts";
import type { MeasurementRow } from "../validation/types.ts";
import { BadInput } from "./bad-input.ts";
import { errorCode } from "./error-code.ts";
import type { Io } from "./io.ts";

/** A row is some 500 bytes, so this is beyond any collection of measurements. */
const LARGEST_BYTES = 64_000_000;

/**
 * Rows of the files that the user named (`-` is standard input), or of those that ship with the program when none is.
 *
 * @throws BadInput with the faults of every file
 */
export async function loadMeasurements(
  names: readonly string[] | undefined,
  io: Io,
): Promise<readonly MeasurementRow[]> {
  if (names === undefined) return loadBuiltinMeasurements();
  const rows: MeasurementRow[] = [];
  const problems: Diagnostic[] = [];
  for (const name of names) {
    const reading = await readText(name, io);
    if ("problem" in reading) {
      problems.push(reading.problem);
      continue;
    }
    const measurements = readMeasurements(reading.text, name === "-" ? "<stdin>" : name);
    rows.push(...measurements.rows);
    problems.push(...measurements.problems.map(diagnosed));
  }
  if (problems.length > 0) throw new BadInput(problems);
  return rows;
}

type TextOrProblem = { text: string } | { problem: Diagnostic };

async function readText(name: string, io: Io): Promise<TextOrProblem> {
  if (name === "-") {
    const text = await io.readStdin(LARGEST_BYTES);
    return Buffer.byteLength(text) > LARGEST_BYTES ? tooLarge("<stdin>") : { text };
  }
  const path = resolve(io.cwd, name);
  try {
    const state = await stat(path);
    if (state.isDirectory()) return { problem: csvProblem(fileError(name, "EISDIR")) };
    if (!state.isFile() && !state.isFIFO()) return { problem: csvProblem(notAFile(name)) };
    if (state.size > LARGEST_BYTES) return tooLarge(name);
    return { text: await readFile(path, "utf8") };
  } catch (error) {
    return { problem: csvProblem(fileError(name, errorCode(error) ?? undefined)) };
  }
}

/** Rows are long, so the place alone is told and no frame is drawn. */
function diagnosed({ file, line, message }: MeasurementProblem): Diagnostic {
  return { ...about(file, "CS1501", message, null), line };
}

/** The shared messages speak of YAML files. */
function csvProblem(problem: Diagnostic): Diagnostic {
  return problem.code === "CS1002" ? { ...problem, help: "name a CSV file" } : problem;
}

function tooLarge(file: string): { problem: Diagnostic } {
  const limit = `at most ${LARGEST_BYTES / 1e6} MB are read`;
  return { problem: about(file, "CS1004", `the file is too large; ${limit}`, null) };
}
