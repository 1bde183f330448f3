import { parseQuantity } from "../units/quantity.ts";
import type { FigureProvenance } from "./provenance.ts";
import type { Confidence } from "./types.ts";

/** Reads the figures of one mapping of a schema-valid profile and notes where the overridden ones come from. */
export interface FigureReader {
  /** A count: a number, "70.6 B", or `{value, source, …}`; null when the key is absent. */
  count(key: string): number | null;
  countOr(key: string, otherwise: number): number;
  text(key: string): string | null;
  flag(key: string): boolean;
  list(key: string): readonly unknown[];
  /** The mapping under `key`, or null when there is none. */
  section(key: string): FigureReader | null;
  has(key: string): boolean;
}

/** A workload file's own model is its author's statement, not a checked source. */
const DEFAULT_CONFIDENCE: Confidence = "medium";

/**
 * `found` receives one entry for each figure with a source of its own; its confidence is `otherwise` unless it states
 * one. Values of the wrong type are a fault of the
 * caller (the schema excludes them) and throw a TypeError that names the key.
 */
export function figureReader(
  mapping: Readonly<Record<string, unknown>>,
  path: string,
  found: FigureProvenance[],
  otherwise: Confidence = DEFAULT_CONFIDENCE,
): FigureReader {
  const fieldOf = (key: string): string => (path === "" ? key : `${path}.${key}`);
  const count = (key: string): number | null => {
    const written = mapping[key];
    if (written === undefined || written === null) return null;
    if (!isMapping(written)) return parseCount(written, fieldOf(key));
    found.push(provenanceOf(written, fieldOf(key), otherwise));
    return parseCount(written["value"], fieldOf(key));
  };
  return {
    count,
    countOr: (key, otherwise) => count(key) ?? otherwise,
    text: (key) => textOf(mapping[key]),
    flag: (key) => mapping[key] === true,
    list: (key) => {
      const written = mapping[key];
      return Array.isArray(written) ? written : [];
    },
    section: (key) => {
      const written = mapping[key];
      return isMapping(written) ? figureReader(written, fieldOf(key), found, otherwise) : null;
    },
    has: (key) => mapping[key] !== undefined,
  };
}

/** Source, confidence, note and date that a mapping states, for the figure `field`. */
export function provenanceOf(
  mapping: Readonly<Record<string, unknown>>,
  field: string,
  otherwise: Confidence = DEFAULT_CONFIDENCE,
): FigureProvenance {
  return {
    field,
    source: textOf(mapping["source"]) ?? "workload file",
    confidence: confidenceOf(mapping["confidence"]) ?? otherwise,
    note: textOf(mapping["note"]),
    date: textOf(mapping["date"]),
  };
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const CONFIDENCES: readonly Confidence[] = ["certain", "high", "medium", "low"];

function confidenceOf(value: unknown): Confidence | undefined {
  return CONFIDENCES.find((confidence) => confidence === value);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function parseCount(value: unknown, field: string): number {
  if (typeof value !== "number" && typeof value !== "string") {
    throw new TypeError(`${field} is not a count`);
  }
  const reading = parseQuantity(value, "count");
  if (!reading.ok) throw new TypeError(`${field}: ${reading.message}`);
  return reading.value;
}
