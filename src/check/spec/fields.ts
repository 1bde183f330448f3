import type { Chip } from "../../catalog/types.ts";
import type { Path } from "../../input/path.ts";
import type { Dimension } from "../../units/dimensions.ts";
import { PRECISIONS, type Precision } from "../../units/precision.ts";

/** A figure of a spec that a designer may change: the smallest passing change is looked for among these. */
export interface SpecField {
  /** Dotted key in the spec file. */
  id: string;
  path: Path;
  dimension: Dimension;
  /** Which way makes a better chip, or a laxer one (power). */
  better: "higher" | "lower";
  /** The metric of policies and baselines that is the same figure; null where there is none. */
  metric: string | null;
  /** Factor beyond which it is no longer the same chip. */
  farthest: number;
  read: (chip: Chip) => number | null;
  write: (chip: Chip, value: number) => Chip;
}

const METRIC_OF: Readonly<Record<string, string>> = {
  "memory.bandwidth": "memoryBandwidth",
  "memory.capacity": "memoryCapacity",
  "power.tdp": "tdp",
  "links.scaleUp.bandwidth": "scaleUpBandwidth",
  "process.dieArea": "packageArea",
  price: "price",
};

const field = (
  id: string,
  dimension: Dimension,
  read: SpecField["read"],
  write: SpecField["write"],
  better: SpecField["better"] = "higher",
  farthest = 8,
): SpecField => ({
  id,
  path: id.split("."),
  dimension,
  better,
  farthest,
  metric: METRIC_OF[id] ?? (id.startsWith("compute.peak.") ? id.slice("compute.".length) : null),
  read,
  write,
});

const peak = (precision: Precision): SpecField =>
  field(
    `compute.peak.${precision}`,
    "operations-per-second",
    (chip) => chip.peakOpsPerSecond[precision] ?? null,
    (chip, value) => ({
      ...chip,
      peakOpsPerSecond: { ...chip.peakOpsPerSecond, [precision]: value },
    }),
  );

export const SPEC_FIELDS: readonly SpecField[] = [
  field(
    "memory.bandwidth",
    "bytes-per-second",
    ({ memory }) => memory.bandwidthBytesPerSecond,
    (chip, value) => ({ ...chip, memory: { ...chip.memory, bandwidthBytesPerSecond: value } }),
  ),
  field(
    "memory.capacity",
    "bytes",
    ({ memory }) => memory.capacityBytes,
    (chip, value) => ({ ...chip, memory: { ...chip.memory, capacityBytes: value } }),
  ),
  ...PRECISIONS.map(peak),
  field(
    "compute.clock",
    "hertz",
    ({ clockHz }) => clockHz,
    // Every peak is cores × clock × operations, so a faster clock raises all of them.
    (chip, clockHz) => ({
      ...chip,
      clockHz,
      peakOpsPerSecond: Object.fromEntries(
        Object.entries(chip.peakOpsPerSecond).map(([precision, rate]) => [
          precision,
          (rate * clockHz) / (chip.clockHz ?? clockHz),
        ]),
      ),
    }),
    "higher",
    // A design may be pushed to twice its clock, not further.
    2,
  ),
  field(
    "power.tdp",
    "watts",
    ({ tdpWatts }) => tdpWatts,
    (chip, tdpWatts) => ({ ...chip, tdpWatts }),
  ),
  field(
    "power.idle",
    "watts",
    ({ idleWatts }) => idleWatts,
    (chip, idleWatts) => ({ ...chip, idleWatts }),
    "lower",
  ),
  field(
    "links.scaleUp.bandwidth",
    "bytes-per-second",
    ({ scaleUp }) => scaleUp?.bandwidthBytesPerSecond ?? null,
    (chip, bandwidthBytesPerSecond) =>
      chip.scaleUp ? { ...chip, scaleUp: { ...chip.scaleUp, bandwidthBytesPerSecond } } : chip,
  ),
  field(
    "links.scaleOut.bandwidth",
    "bytes-per-second",
    ({ scaleOut }) => scaleOut?.bandwidthBytesPerSecond ?? null,
    (chip, bandwidthBytesPerSecond) =>
      chip.scaleOut ? { ...chip, scaleOut: { ...chip.scaleOut, bandwidthBytesPerSecond } } : chip,
  ),
  field(
    "onChip.sram",
    "bytes",
    ({ onChipBytes }) => onChipBytes,
    (chip, onChipBytes) => ({ ...chip, onChipBytes }),
  ),
  field(
    "price",
    "usd",
    ({ priceUsd }) => priceUsd,
    (chip, priceUsd) => ({ ...chip, priceUsd }),
    "lower",
  ),
  field(
    "process.dieArea",
    "square-millimetres",
    ({ process }) => process.dieAreaSquareMillimetres,
    (chip, dieAreaSquareMillimetres) => ({
      ...chip,
      process: { ...chip.process, dieAreaSquareMillimetres },
    }),
    "lower",
  ),
];
