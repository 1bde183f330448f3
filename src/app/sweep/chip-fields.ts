import type { Catalog, Chip } from "../../catalog/types.ts";
import { cheapestRent, groupOffers } from "../../economics/cheapest-rent.ts";
import type { Bound } from "../../input/workload/bounds.ts";
import { PRECISIONS, type Precision } from "../../units/precision.ts";

/** A figure or property of a chip that a sweep may vary, named as in a chip profile. */
export type ChipField = {
  /** Dotted key of a profile: `memory.bandwidth`. */
  key: string;
} & (
  | {
      kind: "figure";
      bound: Bound;
      /** Name of the figure in `Chip.estimated`. */
      figure: string;
      read: (chip: Chip, catalog: Catalog) => number | null;
      /** Null where the chip has nothing that the figure could belong to (a link that it lacks). */
      write: (chip: Chip, value: number) => Chip | null;
    }
  | { kind: "flag"; write: (chip: Chip, value: boolean) => Chip }
  | {
      kind: "name";
      names: (catalog: Catalog) => readonly string[];
      write: (chip: Chip, value: string) => Chip;
    }
);

type Figure = Extract<ChipField, { kind: "figure" }>;

/** Ends an order of magnitude or more beyond anything that exists: what lies outside is a mistyped unit. */
const CORES: Bound = { dimension: "count", least: 1, most: 1e8, whole: true };
const CLOCK: Bound = { dimension: "hertz", least: 1e4, most: 1e12 };
const PEAK: Bound = { dimension: "operations-per-second", least: 1e3, most: 1e20 };
const CAPACITY: Bound = { dimension: "bytes", least: 1, most: 1e17 };
const TRANSFER: Bound = { dimension: "bytes-per-second", least: 1e3, most: 1e18 };
const POWER: Bound = { dimension: "watts", least: 1e-6, most: 1e7 };
const PRICE: Bound = { dimension: "usd", least: 0.001, most: 1e10 };
const RENT: Bound = { dimension: "usd-per-hour", least: 1e-6, most: 1e7 };
const DOMAIN: Bound = { dimension: "count", least: 1, most: 1e6, whole: true };
const NODE: Bound = { dimension: "nanometres", least: 0.1, most: 1e4 };
const AREA: Bound = { dimension: "square-millimetres", least: 0.01, most: 1e6 };
const TRANSISTORS: Bound = { dimension: "count", least: 1e3, most: 1e16 };

/** Every key that `--over chip.ID.KEY` takes, in the order of a profile. */
export const CHIP_FIELDS: readonly ChipField[] = [
  {
    key: "family",
    kind: "name",
    names: ids("families"),
    write: (chip, family) => ({ ...chip, family }),
  },
  {
    key: "system",
    kind: "name",
    names: ids("systems"),
    write: (chip, system) => ({ ...chip, system }),
  },
  top("year", { dimension: "count", least: 2010, most: 2050, whole: true }, "year"),
  top("compute.cores", CORES, "cores"),
  top("compute.engines", CORES, "engines"),
  top("compute.int8Lanes", CORES, "int8Lanes"),
  top("compute.clock", CLOCK, "clockHz"),
  {
    key: "compute.structuredSparsity",
    kind: "flag",
    write: (chip, structuredSparsity) => ({ ...chip, structuredSparsity }),
  },
  ...PRECISIONS.map(peak),
  memory("memory.capacity", CAPACITY, "capacityBytes"),
  memory("memory.bandwidth", TRANSFER, "bandwidthBytesPerSecond"),
  top("onChip.sram", CAPACITY, "onChipBytes"),
  top("onChip.lastLevelCache", CAPACITY, "lastLevelCacheBytes"),
  top("power.tdp", POWER, "tdpWatts"),
  top("power.idle", POWER, "idleWatts"),
  link("links.scaleUp.bandwidth", "scaleUp"),
  {
    key: "links.scaleUp.chips",
    kind: "figure",
    bound: DOMAIN,
    figure: "scaleUp.domainChips",
    read: ({ scaleUp }) => scaleUp?.domainChips ?? null,
    write: (chip, domainChips) =>
      chip.scaleUp && { ...chip, scaleUp: { ...chip.scaleUp, domainChips } },
  },
  link("links.scaleOut.bandwidth", "scaleOut"),
  link("links.host.bandwidth", "hostLink"),
  silicon("process.node", NODE, "nodeNanometres"),
  silicon("process.dieArea", AREA, "dieAreaSquareMillimetres"),
  silicon("process.dies", CORES, "diesPerPackage"),
  silicon("process.transistors", TRANSISTORS, "transistors"),
  top("price", PRICE, "priceUsd"),
  {
    ...top("rent", RENT, "rentUsdPerHour"),
    // What plans are priced with: the cheapest offer, or the chip's own figure where there is none.
    read: (chip, { cloudPrices }) =>
      cheapestRent(chip, groupOffers(cloudPrices))?.usdPerChipHour ?? null,
  },
];

type TopFigure =
  | "year"
  | "cores"
  | "engines"
  | "int8Lanes"
  | "clockHz"
  | "onChipBytes"
  | "lastLevelCacheBytes"
  | "tdpWatts"
  | "idleWatts"
  | "priceUsd"
  | "rentUsdPerHour";

function top(key: string, bound: Bound, figure: TopFigure): Figure {
  return {
    key,
    kind: "figure",
    bound,
    figure,
    read: (chip) => chip[figure] ?? null,
    write: (chip, value) => ({ ...chip, [figure]: value }),
  };
}

function peak(precision: Precision): Figure {
  return {
    key: `compute.peak.${precision}`,
    kind: "figure",
    bound: PEAK,
    figure: `peakOpsPerSecond.${precision}`,
    read: ({ peakOpsPerSecond }) => peakOpsPerSecond[precision] ?? null,
    write: (chip, value) => ({
      ...chip,
      peakOpsPerSecond: { ...chip.peakOpsPerSecond, [precision]: value },
    }),
  };
}

function memory(
  key: string,
  bound: Bound,
  figure: "capacityBytes" | "bandwidthBytesPerSecond",
): Figure {
  return {
    key,
    kind: "figure",
    bound,
    figure: `memory.${figure}`,
    read: ({ memory }) => memory[figure],
    write: (chip, value) => ({ ...chip, memory: { ...chip.memory, [figure]: value } }),
  };
}

function link(key: string, name: "scaleUp" | "scaleOut" | "hostLink"): Figure {
  return {
    key,
    kind: "figure",
    bound: TRANSFER,
    figure: `${name}.bandwidthBytesPerSecond`,
    read: (chip) => chip[name]?.bandwidthBytesPerSecond ?? null,
    write: (chip, bandwidthBytesPerSecond) =>
      chip[name] && { ...chip, [name]: { ...chip[name], bandwidthBytesPerSecond } },
  };
}

function silicon(
  key: string,
  bound: Bound,
  figure: "nodeNanometres" | "dieAreaSquareMillimetres" | "diesPerPackage" | "transistors",
): Figure {
  return {
    key,
    kind: "figure",
    bound,
    figure: `process.${figure}`,
    read: ({ process }) => process[figure],
    write: (chip, value) => ({ ...chip, process: { ...chip.process, [figure]: value } }),
  };
}

function ids(kind: "families" | "systems"): (catalog: Catalog) => readonly string[] {
  return (catalog) => catalog[kind].map(({ id }) => id);
}
