import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { about, fileError, notAFile } from "../input/file-errors.ts";
import { readResult } from "../input/read-result.ts";
import type { EvaluationResult } from "../report/types.ts";
import { BadInput } from "./bad-input.ts";
import { errorCode } from "./error-code.ts";
import type { Io } from "./io.ts";

/** A result of three hundred chips has a megabyte. */
const LARGEST_BYTES = 200_000_000;

/**
 * A result that `evaluate` saved; `-` reads standard input.
 *
 * @throws BadInput with the place of every fault
 */
export async function loadResult(name: string, io: Io): Promise<EvaluationResult> {
  const file = name === "-" ? "<stdin>" : name;
  const text = name === "-" ? await io.readStdin(LARGEST_BYTES) : await readText(io.cwd, name);
  const reading = readResult(text, file);
  if (!reading.ok) throw new BadInput(reading.diagnostics, new Map([[file, text]]));
  const result: EvaluationResult = reading.value;
  return result;
}

async function readText(cwd: string, name: string): Promise<string> {
  const path = resolve(cwd, name);
  try {
    const state = await stat(path);
    if (state.isDirectory()) throw new BadInput([jsonProblem(fileError(name, "EISDIR"))]);
    if (!state.isFile() && !state.isFIFO()) throw new BadInput([jsonProblem(notAFile(name))]);
    if (state.size > LARGEST_BYTES) {
      const message = `the file is too large; at most ${LARGEST_BYTES / 1e6} MB are read`;
      throw new BadInput([about(name, "CS1004", message, null)]);
    }
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput([jsonProblem(fileError(name, errorCode(error) ?? undefined))]);
  }
}

/** The shared messages speak of YAML files. */
function jsonProblem(problem: ReturnType<typeof about>): ReturnType<typeof about> {
  return problem.code === "CS1002" ? { ...problem, help: "name a JSON file" } : problem;
}
