import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMapping, type Mapping } from "../input/mapping.ts";
import { readYaml } from "../input/read-yaml.ts";
import { packageRoot } from "./package-root.ts";

const FOLDER = join("profiles", "workloads");
const SUFFIX = ".yaml";

/** Ids of the example workloads that ship with the program, in the order of their names. */
export function scenarioIds(): readonly string[] {
  return readdirSync(join(packageRoot(), FOLDER))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
}

/**
 * An example workload as it is written, before reading.
 *
 * @throws Error when the file of the package is broken; the tests keep that from shipping
 */
export function loadScenario(id: string): Mapping {
  const file = join(FOLDER, `${id}${SUFFIX}`);
  const reading = readYaml(readFileSync(join(packageRoot(), file), "utf8"), file);
  if (!reading.ok) throw new Error(reading.diagnostics[0]?.message ?? `${file} cannot be read`);
  if (!isMapping(reading.value.value)) throw new Error(`${file} is no workload`);
  return reading.value.value;
}
