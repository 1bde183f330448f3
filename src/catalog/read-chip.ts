import { PRECISIONS } from "../units/precision.ts";
import { chipFigures } from "./chip-figures.ts";
import type { ChipFigures } from "./chip-figures.ts";
import type { FigureProvenance } from "./provenance.ts";
import type { Availability, Chip, ChipClass, Deployment, Link } from "./types.ts";

export interface ReadChip {
  chip: Chip;
  /** One entry for each figure that the profile states; `field` is the dotted path in `Chip`. */
  provenance: readonly FigureProvenance[];
}

/**
 * Turns a chip profile (profiles/chips/<class>/<id>.yaml, parsed to plain values and valid against
 * schemas/chip.schema.json) into SI units. Figures that the profile leaves out are null; `estimated` is empty.
 * Throws a TypeError that names the key where the schema was not checked before.
 */
export function readChip(document: unknown): ReadChip {
  const figures = chipFigures(document);
  const chip: Chip = {
    id: need(figures, "id"),
    name: need(figures, "name"),
    vendor: need(figures, "vendor"),
    class: oneOf(CLASSES, figures, "class"),
    deployment: oneOf(DEPLOYMENTS, figures, "deployment"),
    year: figures.quantity("year", "count", "year") ?? fail("year"),
    family: need(figures, "family"),
    system: need(figures, "system"),
    stacks: figures.texts("stacks"),
    peakOpsPerSecond: readPeaks(figures),
    cores: figures.quantity("compute.cores", "count", "cores"),
    ...optional(figures, "engines"),
    ...optional(figures, "int8Lanes"),
    ...optional(figures, "halfAccumulationGain"),
    clockHz: figures.quantity("compute.clock", "hertz", "clockHz"),
    structuredSparsity: figures.flag("compute.structuredSparsity"),
    memory: {
      type: figures.text("memory.type"),
      capacityBytes: figures.quantity("memory.capacity", "bytes", "memory.capacityBytes"),
      bandwidthBytesPerSecond: figures.quantity(
        "memory.bandwidth",
        "bytes-per-second",
        "memory.bandwidthBytesPerSecond",
      ),
      onChipOnly: figures.flag("memory.onChipOnly"),
    },
    onChipBytes: figures.quantity("onChip.sram", "bytes", "onChipBytes"),
    lastLevelCacheBytes: figures.quantity("onChip.lastLevelCache", "bytes", "lastLevelCacheBytes"),
    tdpWatts: figures.quantity("power.tdp", "watts", "tdpWatts"),
    idleWatts: figures.quantity("power.idle", "watts", "idleWatts"),
    scaleUp: readScaleUp(figures),
    scaleOut: readLink(figures, "scaleOut", "scaleOut"),
    hostLink: readLink(figures, "host", "hostLink"),
    formFactor: figures.text("formFactor"),
    availability: oneOf(AVAILABILITIES, figures, "availability"),
    ...clausesOfSale(figures),
    process: {
      nodeNanometres: figures.quantity("process.node", "nanometres", "process.nodeNanometres"),
      name: figures.text("process.name"),
      foundry: figures.text("process.foundry"),
      dieAreaSquareMillimetres: figures.quantity(
        "process.dieArea",
        "square-millimetres",
        "process.dieAreaSquareMillimetres",
      ),
      diesPerPackage: figures.quantity("process.dies", "count", "process.diesPerPackage"),
      transistors: figures.quantity("process.transistors", "count", "process.transistors"),
    },
    priceUsd: figures.quantity("price", "usd", "priceUsd"),
    rentUsdPerHour: figures.quantity("rent", "usd-per-hour", "rentUsdPerHour"),
    safety: figures.claim("safety", "safety"),
    confidence: figures.confidence,
    verified: figures.sources.some((source) => !isRecalled(source)),
    estimated: [],
    note: figures.text("note"),
  };
  return { chip, provenance: figures.provenance };
}

/** A source that nobody read again: a remembered datasheet, or arithmetic on figures of one. */
export function isRecalled(source: string): boolean {
  return /^(recalled|derived)\b/.test(source);
}

const CLASSES: readonly ChipClass[] = ["cpu", "gpu", "tpu", "asic", "fpga", "npu", "mcu"];
const DEPLOYMENTS: readonly Deployment[] = [
  "datacenter",
  "edge-server",
  "workstation",
  "mobile",
  "embedded",
  "automotive",
  "mcu",
];
const AVAILABILITIES: readonly Availability[] = ["sale", "cloud", "internal", "device", "licence"];

function readPeaks(figures: ChipFigures): Chip["peakOpsPerSecond"] {
  const note = figures.text("compute.peakNote");
  const peaks: Partial<Record<(typeof PRECISIONS)[number], number>> = {};
  for (const precision of PRECISIONS) {
    const path = `compute.peak.${precision}`;
    const field = `peakOpsPerSecond.${precision}`;
    const peak = figures.quantity(path, "operations-per-second", field, note);
    if (peak !== null) peaks[precision] = peak;
  }
  return peaks;
}

/** A count that most chips leave out. */
function optional<K extends "engines" | "int8Lanes" | "halfAccumulationGain">(
  figures: ChipFigures,
  key: K,
): { [key in K]?: number } {
  const count = figures.quantity(`compute.${key}`, "count", key);
  const found: { [key in K]?: number } = {};
  if (count !== null) found[key] = count;
  return found;
}

/** Most chips are still made and may stand anywhere, or nobody says that it is not so. */
function clausesOfSale(figures: ChipFigures): Pick<Chip, "endOfSale" | "licenceForbids"> {
  const date = figures.claim("endOfSale", "endOfSale");
  const place = figures.claim("licenceForbids", "licenceForbids");
  return {
    ...(date === null ? {} : { endOfSale: date }),
    ...(place === null ? {} : { licenceForbids: place }),
  };
}

/** A link whose bandwidth nobody publishes, or a domain whose size nobody does, cannot be simulated. */
function readLink(figures: ChipFigures, key: string, field: string): Link | null {
  const name = figures.text(`links.${key}.name`);
  const bandwidthBytesPerSecond = figures.quantity(
    `links.${key}.bandwidth`,
    "bytes-per-second",
    `${field}.bandwidthBytesPerSecond`,
  );
  return name === null || bandwidthBytesPerSecond === null
    ? null
    : { name, bandwidthBytesPerSecond };
}

function readScaleUp(figures: ChipFigures): Chip["scaleUp"] {
  const link = readLink(figures, "scaleUp", "scaleUp");
  if (link === null) return null;
  const domainChips = figures.quantity("links.scaleUp.chips", "count", "scaleUp.domainChips");
  return domainChips === null ? null : { ...link, domainChips };
}

function need(figures: ChipFigures, key: string): string {
  return figures.text(key) ?? fail(key);
}

function oneOf<T extends string>(choices: readonly T[], figures: ChipFigures, key: string): T {
  const text = figures.text(key);
  return choices.find((choice) => choice === text) ?? fail(key);
}

function fail(key: string): never {
  throw new TypeError(`a chip profile needs "${key}"`);
}
