import { exportClass } from "../../catalog/export-class.ts";
import { PRECISIONS } from "../../units/precision.ts";
import { largestDie } from "../rules/die.ts";
import type { Metric } from "./metric.ts";

type Said = Omit<Metric, "scope" | "aliases" | "unit"> & {
  aliases?: readonly string[];
  unit?: string;
};

const metric = (said: Said): Metric => ({ aliases: [], unit: "", ...said, scope: "spec" });

/** Figures of the chip itself, whatever it runs. */
export const CHIP_METRICS: readonly Metric[] = [
  metric({
    id: "dieArea",
    title: "area of the largest die",
    aliases: ["die", "die area"],
    dimension: "square-millimetres",
    unit: "mm2",
    better: "lower",
    formula: "process.largestDie, else dieWidth × dieHeight, else dieArea ÷ dies",
    read: ({ chip, silicon }) => largestDie(chip, silicon),
  }),
  metric({
    id: "packageArea",
    title: "area of all dies",
    aliases: ["silicon area"],
    dimension: "square-millimetres",
    unit: "mm2",
    better: "lower",
    formula: "process.dieArea",
    read: ({ chip }) => chip.process.dieAreaSquareMillimetres,
  }),
  metric({
    id: "totalProcessingPerformance",
    title: "total processing performance",
    aliases: ["TPP"],
    dimension: "count",
    better: null,
    formula: "largest dense TOPS × bit length over the formats (ECCN 3A090)",
    read: ({ chip }) => exportClass(chip).totalProcessingPerformance,
  }),
  metric({
    id: "performanceDensity",
    title: "performance density",
    aliases: ["PD"],
    dimension: "count",
    unit: "1/mm2",
    better: null,
    formula: "total processing performance ÷ area of all dies (ECCN 3A090)",
    read: ({ chip }) => exportClass(chip).performanceDensity,
  }),
  metric({
    id: "tdp",
    title: "thermal design power",
    aliases: ["chip power"],
    dimension: "watts",
    unit: "W",
    better: "lower",
    formula: "power.tdp",
    read: ({ chip }) => chip.tdpWatts,
  }),
  metric({
    id: "powerDensity",
    title: "power per die area",
    dimension: "count",
    unit: "W/mm2",
    better: "lower",
    formula: "power.tdp ÷ area of all dies",
    read: ({ chip }) => {
      const area = chip.process.dieAreaSquareMillimetres;
      return chip.tdpWatts === null || area === null ? null : chip.tdpWatts / area;
    },
  }),
  metric({
    id: "memoryCapacity",
    title: "memory capacity",
    dimension: "bytes",
    unit: "B",
    better: "higher",
    formula: "memory.capacity",
    read: ({ chip }) => chip.memory.capacityBytes,
  }),
  metric({
    id: "memoryBandwidth",
    title: "memory bandwidth",
    dimension: "bytes-per-second",
    unit: "B/s",
    better: "higher",
    formula: "memory.bandwidth",
    read: ({ chip }) => chip.memory.bandwidthBytesPerSecond,
  }),
  metric({
    id: "scaleUpBandwidth",
    title: "bandwidth of the scale-up link",
    dimension: "bytes-per-second",
    unit: "B/s",
    better: "higher",
    formula: "links.scaleUp.bandwidth, per chip and direction",
    read: ({ chip }) => chip.scaleUp?.bandwidthBytesPerSecond ?? null,
  }),
  metric({
    id: "sram",
    title: "memory on the die",
    dimension: "bytes",
    unit: "B",
    better: "higher",
    formula: "onChip.sram + onChip.lastLevelCache",
    read: ({ chip }) =>
      chip.onChipBytes === null && chip.lastLevelCacheBytes === null
        ? null
        : (chip.onChipBytes ?? 0) + (chip.lastLevelCacheBytes ?? 0),
  }),
  metric({
    id: "price",
    title: "price of a chip",
    dimension: "usd",
    unit: "USD",
    better: "lower",
    formula: "price",
    read: ({ chip }) => chip.priceUsd,
  }),
  ...PRECISIONS.map((precision) =>
    metric({
      id: `peak.${precision}`,
      title: `dense ${precision} peak`,
      dimension: "operations-per-second",
      unit: "OP/s",
      better: "higher",
      formula: `compute.peak.${precision}`,
      read: ({ chip }) => chip.peakOpsPerSecond[precision] ?? null,
    }),
  ),
];
