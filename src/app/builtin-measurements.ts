import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMapping } from "../input/mapping.ts";
import { readYaml } from "../input/read-yaml.ts";
import { readNaming, type Naming } from "../validation/naming.ts";
import { readMeasurements } from "../validation/read-measurements.ts";
import type { MeasurementRow } from "../validation/types.ts";
import type { Exclusion } from "../validation/validate.ts";
import { packageRoot } from "./package-root.ts";

const FOLDER = "profiles/measurements";

/**
 * The published measurements that ship with the program, in the order of the file names.
 *
 * @throws Error when a file of the package is broken; the tests keep that from shipping
 */
export function loadBuiltinMeasurements(): readonly MeasurementRow[] {
  const files = readdirSync(join(packageRoot(), FOLDER)).filter((file) => file.endsWith(".csv"));
  return files.sort().flatMap((file) => {
    const { rows, problems } = readMeasurements(text(file), `${FOLDER}/${file}`);
    const [problem] = problems;
    if (problem) throw new Error(`${problem.file}:${problem.line}: ${problem.message}`);
    return rows;
  });
}

/**
 * What the program knows about published measurements beside their rows: how the names of frameworks, chips and models are
 * meant, and which rows are doubtful. Also used for files that a user brings.
 *
 * @throws Error when a file of the package is broken
 */
export function loadMeasurementNotes(): { naming: Naming; exclusions: readonly Exclusion[] } {
  return {
    naming: readNaming(yaml("frameworks.yaml")),
    exclusions: readExclusions(yaml("exclusions.yaml")),
  };
}

function readExclusions(document: unknown): Exclusion[] {
  const rows = isMapping(document) ? document["rows"] : undefined;
  if (!Array.isArray(rows) || !rows.every(isExclusion)) {
    throw new TypeError("exclusions.yaml must have rows, each with an id and a reason");
  }
  return rows;
}

function isExclusion(value: unknown): value is Exclusion {
  if (!isMapping(value)) return false;
  const { id, reason } = value;
  return [id, reason].every((part) => typeof part === "string" && part !== "");
}

function yaml(file: string): unknown {
  const reading = readYaml(text(file), `${FOLDER}/${file}`);
  if (reading.ok) return reading.value.value;
  throw new Error(`${FOLDER}/${file}: ${reading.diagnostics[0]?.message ?? "it cannot be read"}`);
}

function text(file: string): string {
  return readFileSync(join(packageRoot(), FOLDER, file), "utf8");
}
