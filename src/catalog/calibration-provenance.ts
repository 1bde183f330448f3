import type { FittedValue } from "./calibration.ts";
import type { FigureProvenance } from "./provenance.ts";
import type { Confidence } from "./types.ts";

/** Rows from which on a fit is worth more than a good source, and a doubtful one. */
const MANY = 30;
const SOME = 5;

/** Where the fitted values of a family or stack come from, one entry each, for `catalog show`. */
export function fittedProvenance(
  values: Readonly<Record<string, FittedValue>>,
  rows: number,
): FigureProvenance[] {
  const confidence: Confidence = rows >= MANY ? "high" : rows >= SOME ? "medium" : "low";
  return Object.entries(values).map(([field, { low, high }]) => ({
    field,
    source: `fitted on ${rows} measurement${rows === 1 ? "" : "s"} (measurements/calibration.yaml)`,
    confidence,
    note: `${low} to ${high} when a fifth of the sources is left out`,
    date: null,
  }));
}
