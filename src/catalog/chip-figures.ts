import type { Dimension } from "../units/quantity.ts";
import { parseQuantity } from "../units/quantity.ts";
import type { FigureProvenance } from "./provenance.ts";
import { isMapping } from "./read-figures.ts";
import type { Confidence } from "./types.ts";

/** Looks figures up in a chip profile and records for each one found where it comes from. */
export interface ChipFigures {
  /** Value in the base unit of `dimension` (see parseQuantity), or null when the profile has no such figure. */
  quantity(path: string, dimension: Dimension, field: string, note?: string | null): number | null;
  /** Text that is a claim of its own (a safety grade), with provenance. */
  claim(path: string, field: string): string | null;
  /** Plain text without provenance of its own (a name, a heading). */
  text(path: string): string | null;
  flag(path: string): boolean;
  texts(path: string): readonly string[];
  /** Entries of the file-level `source`. */
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly provenance: readonly FigureProvenance[];
}

/**
 * `document` is a schema-valid chip profile. A figure is written plain ("80 GB") or as `{value, source, confidence,
 * note, date}`; what it leaves out comes from the file's own `source` and `confidence`. Paths are dotted keys of the
 * file, fields dotted keys of `Chip`. A value that the schema excludes throws a TypeError that names the path.
 */
export function chipFigures(document: unknown): ChipFigures {
  const sources = textsOf(lookUp(document, "source"));
  const confidence = confidenceOf(lookUp(document, "confidence"), "medium");
  const provenance: FigureProvenance[] = [];

  const unwrap = (path: string, field: string, note: string | null): unknown => {
    const written = lookUp(document, path);
    if (written === undefined || written === null) return null;
    const own = isMapping(written) ? written : {};
    const ownSources = textsOf(own["source"]);
    provenance.push({
      field,
      source: (ownSources.length > 0 ? ownSources : sources).join("; "),
      confidence: confidenceOf(own["confidence"], confidence),
      note: textOf(own["note"]) ?? note,
      date: textOf(own["date"]),
    });
    return isMapping(written) ? written["value"] : written;
  };

  return {
    quantity: (path, dimension, field, note = null) => {
      const value = unwrap(path, field, note);
      if (value === null) return null;
      if (typeof value !== "number" && typeof value !== "string") {
        throw new TypeError(`${path} is not a quantity`);
      }
      const reading = parseQuantity(value, dimension);
      if (!reading.ok) throw new TypeError(`${path}: ${reading.message}; ${reading.help}`);
      return reading.value;
    },
    claim: (path, field) => textOf(unwrap(path, field, null)),
    text: (path) => textOf(lookUp(document, path)),
    flag: (path) => lookUp(document, path) === true,
    texts: (path) => textsOf(lookUp(document, path)),
    sources,
    confidence,
    provenance,
  };
}

function lookUp(document: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((node, key) => (isMapping(node) ? node[key] : undefined), document);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

const CONFIDENCES: readonly Confidence[] = ["certain", "high", "medium", "low"];

function confidenceOf(value: unknown, otherwise: Confidence): Confidence {
  return CONFIDENCES.find((confidence) => confidence === value) ?? otherwise;
}
