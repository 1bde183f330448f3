import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Calibration } from "../catalog/calibration.ts";
import { readCalibration } from "../catalog/read-calibration.ts";
import { readYaml } from "../input/read-yaml.ts";

export const CALIBRATION_FILE = "profiles/measurements/calibration.yaml";

/** What the last calibration wrote; null where there is none. @throws Error when the file is not of its form. */
export async function readCalibrationFile(root: string): Promise<Calibration | null> {
  let text: string;
  try {
    text = await readFile(join(root, CALIBRATION_FILE), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  const reading = readYaml(text, CALIBRATION_FILE);
  if (!reading.ok) throw new Error(`${CALIBRATION_FILE}: ${reading.diagnostics[0]?.message}`);
  return readCalibration(reading.value.value);
}
