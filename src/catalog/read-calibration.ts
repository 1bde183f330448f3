import { isMapping, type Mapping } from "../input/mapping.ts";
import {
  CHIP_EVIDENCE,
  FAMILY_KEYS,
  FIGURE_KINDS,
  STACK_KEYS,
  type Calibration,
  type ErrorInterval,
  type FittedValue,
} from "./calibration.ts";
import type { ChipClass } from "./types.ts";

const CLASSES: readonly ChipClass[] = ["cpu", "gpu", "tpu", "asic", "fpga", "npu", "mcu"];

/**
 * profiles/measurements/calibration.yaml, plain numbers in SI units as the calibration wrote them.
 *
 * @throws TypeError when the document does not have that form
 */
export function readCalibration(document: unknown): Calibration {
  const root = mapping(document, "calibration");
  const rows = mapping(root["rows"], "rows");
  const counts = (key: string): Record<string, number> =>
    each(mapping(rows[key], `rows.${key}`), `rows.${key}`, number);
  return {
    families: fits(root, "families", FAMILY_KEYS),
    stacks: fits(root, "stacks", STACK_KEYS),
    classes: each(mapping(root["classes"], "classes"), "classes", (values, path) =>
      parameters(values, path, FAMILY_KEYS, number),
    ),
    rows: { chips: counts("chips"), families: counts("families"), stacks: counts("stacks") },
    intervals: list(root["intervals"], "intervals").map(readInterval),
  };
}

function fits<Key extends string>(
  root: Mapping,
  part: string,
  keys: readonly Key[],
): Record<string, Partial<Record<Key, FittedValue>>> {
  return each(mapping(root[part], part), part, (values, path) =>
    parameters(values, path, keys, fittedValue),
  );
}

/** Values by the names of `keys`; a name that is none of them is a mistake. */
function parameters<Key extends string, T>(
  value: unknown,
  path: string,
  keys: readonly Key[],
  read: (value: unknown, path: string) => T,
): Partial<Record<Key, T>> {
  const values = mapping(value, path);
  const found: Partial<Record<Key, T>> = {};
  for (const [name, entry] of Object.entries(values)) {
    found[oneOf(keys, name, path)] = read(entry, `${path}.${name}`);
  }
  return found;
}

function fittedValue(value: unknown, path: string): FittedValue {
  const fields = mapping(value, path);
  return {
    value: number(fields["value"], `${path}.value`),
    low: number(fields["low"], `${path}.low`),
    high: number(fields["high"], `${path}.high`),
  };
}

function readInterval(value: unknown, index: number): ErrorInterval {
  const path = `intervals.${index}`;
  const fields = mapping(value, path);
  return {
    figure: oneOf([...FIGURE_KINDS, "any"], fields["figure"], `${path}.figure`),
    class: oneOf([...CLASSES, "any"], fields["class"], `${path}.class`),
    chip: oneOf(CHIP_EVIDENCE, fields["chip"], `${path}.chip`),
    stackKnown: fields["stackKnown"] === true,
    low: number(fields["low"], `${path}.low`),
    high: number(fields["high"], `${path}.high`),
    rows: number(fields["rows"], `${path}.rows`),
  };
}

function each<T>(
  values: Mapping,
  path: string,
  read: (value: unknown, path: string) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, read(value, `${path}.${key}`)]),
  );
}

function mapping(value: unknown, path: string): Mapping {
  if (!isMapping(value)) throw new TypeError(`${path} must be a mapping`);
  return value;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${path} must be a list`);
  return value;
}

function number(value: unknown, path: string): number {
  if (typeof value !== "number" || !(value >= 0)) {
    throw new TypeError(`${path} must be a number of at least 0`);
  }
  return value;
}

function oneOf<T extends string>(choices: readonly T[], value: unknown, path: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new TypeError(`${path}: ${String(value)} is not one of ${choices.join(", ")}`);
  }
  return found;
}
