import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMeasurements } from "../validation/read-measurements.ts";
import type { MeasurementRow } from "../validation/types.ts";
import { packageRoot } from "./package-root.ts";

const FOLDER = "profiles/measurements";

/**
 * The published measurements that ship with the program, in the order of the file names.
 *
 * @throws Error when a file of the package is broken; the tests keep that from shipping
 */
export function loadBuiltinMeasurements(): readonly MeasurementRow[] {
  const folder = join(packageRoot(), FOLDER);
  const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));
  return files.sort().flatMap((file) => {
    const name = `${FOLDER}/${file}`;
    const { rows, problems } = readMeasurements(readFileSync(join(folder, file), "utf8"), name);
    const [problem] = problems;
    if (problem) throw new Error(`${name}:${problem.line}: ${problem.message}`);
    return rows;
  });
}
