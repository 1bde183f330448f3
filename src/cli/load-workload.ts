import { dirname, resolve } from "node:path";
import { loadBuiltinCatalog } from "../app/builtin-catalog.ts";
import { knownNames } from "../app/known-names.ts";
import { MODEL_CHECKS } from "../app/model-checks.ts";
import type { Catalog } from "../catalog/types.ts";
import type { Diagnostic } from "../input/diagnostic.ts";
import type { LineOf } from "../input/line-finder.ts";
import { readWorkload } from "../input/read-workload.ts";
import type { Workload } from "../input/workload-types.ts";
import { BadInput } from "./bad-input.ts";
import type { Io } from "./io.ts";
import type { OutputFlags } from "./output-options.ts";
import { readInput, type Source } from "./read-input.ts";
import { jsonReader } from "./read-json.ts";
import { showDiagnostics } from "./show-failure.ts";

interface LoadedWorkload {
  workload: Workload;
  catalog: Catalog;
  lineOf: LineOf;
  /** What was shown already, unless the flags say quiet. */
  warnings: readonly Diagnostic[];
}

/**
 * Reads the workload file that the user named, with the built-in catalogue that its names refer to. Warnings about the file
 * go to stderr.
 *
 * @throws BadInput with every fault of the file
 */
export async function loadWorkload(
  name: string,
  flags: OutputFlags,
  io: Io,
): Promise<LoadedWorkload> {
  return loadWorkloadText(await readInput(io, name), name, flags, io);
}

/** The same for a text that is not in its file yet; `name` says relative to what it names other files. */
export async function loadWorkloadText(
  { file, text }: Source,
  name: string,
  flags: OutputFlags,
  io: Io,
): Promise<LoadedWorkload> {
  const catalog = loadBuiltinCatalog();
  const folder = name === "-" ? io.cwd : dirname(resolve(io.cwd, name));
  const reading = readWorkload(text, file, knownNames(catalog), {
    readJson: jsonReader(folder),
    ...MODEL_CHECKS,
  });
  const sources = new Map([[file, text]]);
  if (!reading.ok) throw new BadInput(reading.diagnostics, sources);
  if (!flags.quiet) await showDiagnostics(reading.warnings, sources, io, flags);
  const { value: workload, warnings, lineOf = () => null } = reading;
  return { workload, catalog, lineOf, warnings };
}
