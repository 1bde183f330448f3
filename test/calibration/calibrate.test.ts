import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  loadBuiltinMeasurements,
  loadMeasurementNotes,
} from "../../src/app/builtin-measurements.ts";
import { calibrationYaml } from "../../src/build/calibration-yaml.ts";
import { readCalibrationFile } from "../../src/build/calibration-file.ts";
import { compileUncalibrated } from "../../src/build/compile-data.ts";
import {
  calibrate,
  type CalibrationInput,
  type CalibrationResult,
} from "../../src/calibration/calibrate.ts";
import { FAMILY_RANGES, STACK_RANGES } from "../../src/calibration/parameters.ts";
import { calibrationReport } from "../../src/calibration/report.ts";
import { FAMILY_KEYS, STACK_KEYS } from "../../src/catalog/calibration.ts";
import { readCalibration } from "../../src/catalog/read-calibration.ts";

const ROOT = join(import.meta.dirname, "../..");
const OPTIONS = { strengths: [1, 0.3], sweeps: 2, refitSweeps: 1, folds: 2 };
/** Enough rows for every set to be there, few enough to be quick. */
const EVERY = 80;

let input: CalibrationInput;
let result: CalibrationResult;

beforeAll(async () => {
  const { catalog, familyProfiles } = await compileUncalibrated(ROOT);
  const { naming, exclusions } = loadMeasurementNotes();
  const rows = loadBuiltinMeasurements().filter((_row, index) => index % EVERY === 0);
  const excluded = new Set(exclusions.map(({ id }) => id));
  input = { catalog, profiles: familyProfiles, rows, naming, excluded };
  result = calibrate(input, OPTIONS);
}, 60_000);

describe("a calibration on some of the shipped rows", () => {
  it("writes the same file when it is run again", () => {
    expect(calibrationYaml(calibrate(input, OPTIONS))).toBe(calibrationYaml(result));
  });

  it("writes a file that reads back as what was found", () => {
    expect(readCalibration(parse(calibrationYaml(result)))).toEqual(result.calibration);
  });

  it("comes nearer to the measurements than the values without evidence", () => {
    const typical = (strength: number): number => {
      const { fitted } = calibrate(input, { ...OPTIONS, strengths: [strength] });
      return fitted.reduce((sum, { logRatio }) => sum + Math.abs(logRatio), 0) / fitted.length;
    };
    // A prior a million times as heavy as a row keeps every value where it was.
    expect(typical(0.1)).toBeLessThan(typical(1e6));
  });

  it("counts the rows of every chip, family and stack", () => {
    const { chips, families, stacks } = result.calibration.rows;
    for (const counts of [chips, families, stacks]) {
      const sum = Object.values(counts).reduce((total, rows) => total + rows, 0);
      expect(sum).toBe(result.fitted.length);
    }
  });

  it("takes the strength that predicts unseen chips best", () => {
    const losses = result.grid.map(({ loss }) => loss);
    const chosen = result.grid.find(({ strength }) => strength === result.strength);
    expect(losses).toHaveLength(2);
    expect(chosen?.loss).toBe(Math.min(...losses));
  });

  it("reports every set, in the sample and out of it", () => {
    const text = calibrationReport(result);
    for (const set of new Set(result.fitted.map(({ observation }) => observation.set))) {
      expect(text).toContain(set);
    }
    expect(text).toContain("unseen chip");
  });
});

describe("the shipped calibration", () => {
  it("names families and stacks of the catalogue, with values inside their bounds", async () => {
    const shipped = await readCalibrationFile(ROOT);
    const { families, stacks } = input.catalog;
    const ids = new Set([...families, ...stacks].map(({ id }) => id));
    for (const [id, values] of Object.entries(shipped?.families ?? {})) {
      expect(ids).toContain(id);
      for (const key of FAMILY_KEYS) expectInside(values[key], FAMILY_RANGES[key]);
    }
    for (const [id, values] of Object.entries(shipped?.stacks ?? {})) {
      expect(ids).toContain(id);
      for (const key of STACK_KEYS) expectInside(values[key], STACK_RANGES[key]);
    }
  });
});

function expectInside(
  fitted: { value: number; low: number; high: number } | undefined,
  range: { low: number; high: number },
): void {
  if (fitted === undefined) return;
  expect(fitted.low).toBeGreaterThanOrEqual(range.low);
  expect(fitted.high).toBeLessThanOrEqual(range.high);
  expect(fitted.value).toBeGreaterThanOrEqual(fitted.low);
  expect(fitted.value).toBeLessThanOrEqual(fitted.high);
}
