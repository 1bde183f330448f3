/**
 * Fits the parameters of chip families and software stacks to the published measurements and writes
 * profiles/measurements/calibration.yaml. Run by `npm run calibrate`; the same profiles and rows give the same file.
 *
 *   --set ID[,ID…]     rows of these sets alone
 *   --sweeps N         largest number of rounds
 *   --strengths A,B…   weights of the priors to try
 *   --dry-run          print the tables, write nothing
 */
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadBuiltinMeasurements, loadMeasurementNotes } from "../app/builtin-measurements.ts";
import { calibrate } from "../calibration/calibrate.ts";
import { calibrationReport } from "../calibration/report.ts";
import { CALIBRATION_FILE } from "./calibration-file.ts";
import { calibrationYaml } from "./calibration-yaml.ts";
import { compileUncalibrated } from "./compile-data.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

const { values: flags } = parseArgs({
  options: {
    set: { type: "string" },
    sweeps: { type: "string", default: "12" },
    "refit-sweeps": { type: "string", default: "4" },
    folds: { type: "string", default: "5" },
    strengths: { type: "string", default: "0.1,0.3,1" },
    "dry-run": { type: "boolean", default: false },
  },
});

const { catalog, familyProfiles } = await compileUncalibrated(root);
const sets = flags.set?.split(",");
const rows = loadBuiltinMeasurements().filter(({ set }) => sets?.includes(set) ?? true);
const { naming, exclusions } = loadMeasurementNotes();
const started = performance.now();
const result = calibrate(
  {
    catalog,
    profiles: familyProfiles,
    rows,
    naming,
    excluded: new Set(exclusions.map(({ id }) => id)),
  },
  {
    strengths: flags.strengths.split(",").map(Number),
    sweeps: Number(flags.sweeps),
    refitSweeps: Number(flags["refit-sweeps"]),
    folds: Number(flags.folds),
    onProgress: (message) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      console.error(`${seconds} s  ${message}`);
    },
  },
);
console.log(calibrationReport(result));
if (!flags["dry-run"] && sets === undefined) {
  const text = calibrationYaml(result);
  const before = await readFile(join(root, CALIBRATION_FILE), "utf8").catch(() => "");
  await writeFile(join(root, CALIBRATION_FILE), text);
  console.log(`${CALIBRATION_FILE} ${before === text ? "is as before" : "written"}`);
}
