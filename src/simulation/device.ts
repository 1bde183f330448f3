import type { Chip, ChipClass, Family, Stack, System } from "../catalog/types.ts";
import type { Precision } from "../units/precision.ts";
import { busyShare, clockShare, peakRates, reachableRates, scaledRates } from "./rates.ts";

/**
 * A chip as the kernel sees it: what its software stack gets out of it, in operations, bytes and seconds.
 * Built once per chip and stack; the kernel reads nothing else.
 */
export interface Device {
  chip: Chip;
  system: System;
  stack: Stack;
  family: ResolvedFamily;
  /** Dense peak per format, operations per second. */
  peakOpsPerSecond: Readonly<Partial<Record<Precision, number>>>;
  /** What a large multiply reaches of it, with the chip family's and the stack's shares. */
  reachableOpsPerSecond: Readonly<Partial<Record<Precision, number>>>;
  vectorOpsPerSecond: number;
  tdpWatts: number;
  /** Clock over the nominal one, 0..1; rates are at this clock, peaks at the nominal one. */
  clockFraction: number;
  cores: number;
  /** Off-chip (or only) memory after the achievable share. */
  memoryBytesPerSecond: number;
  /** What weights and cache may fill. */
  usableMemoryBytes: number;
  /** On-chip memory: scratchpads keep what a compiler pins there, caches only what fits whole. */
  onChip: { bytes: number; bytesPerSecond: number; pinned: boolean };
  launchSeconds: number;
  /** Memory traffic of one attention score; 0 where attention is fused. */
  scoreBytes: number;
  /** Sustained links per direction; null where chips cannot be joined that way. */
  scaleUp: { bytesPerSecond: number; chips: number; latencySeconds: number } | null;
  /** The host's bus, which joins cards beyond their scale-up domain (bridged pairs); null for a single chip. */
  bus: { bytesPerSecond: number; chips: number; latencySeconds: number } | null;
  scaleOut: { bytesPerSecond: number; latencySeconds: number; maxChips: number } | null;
}

/** A family with every parameter present (its own, its parent's, or its class's). */
export type ResolvedFamily = Family;

/**
 * On-chip bandwidth over off-chip bandwidth where nobody publishes it. GPU: H100 L2 reads about 5.5–7 TB/s against 3.35 TB/s
 * and A100 about 4–5 against 1.55–2.0 (Chips and Cheese microbenchmarks, 2022–2023). CPU: last-level cache of server parts
 * reads 1–2 TB/s a socket against 0.2–0.5 TB/s (same). Scratchpads: TPU v4i CMEM and VMEM are an order above HBM
 * (Jouppi et al., ISCA 2021).
 */
const ON_CHIP_BANDWIDTH_RATIO: Readonly<Record<ChipClass, number>> = {
  gpu: 2,
  cpu: 4,
  tpu: 10,
  asic: 10,
  npu: 10,
  fpga: 10,
  mcu: 4,
};

/**
 * Memory comes in powers of two while data sheets print gigabytes: nvidia-smi shows 81,559 MiB on an "80 GB" A100 or H100,
 * 143,771 MiB on a "141 GB" H200, 183,359 MiB on a "180 GB" B200.
 */
const PRINTED_GIGABYTE = 2 ** 30 / 1e9;

/** Without peer-to-peer copies what crosses the bus is written to host memory and read back: two transfers for one (NCCL's SHM transport). */
const BUS_SHARE = 0.5;

/** One step of a small all-reduce over PCIe: 52–66 µs for two steps and the launch on A100 PCIe (measurements/operators.csv). */
const BUS_LATENCY_SECONDS = 12e-6;

/** Vector units of matrix engines: TPU v4's VPU does 4.3 TFLOP/s beside 275 (1/64), NeuronCores and NPUs lie at 1/16 to 1/64. */
const VECTOR_SHARE_OF_MATRIX = 1 / 32;

/** Bytes of host memory that a memoryless module may stream its weights from, whatever the host: enough for any vision model. */
const HOST_STREAM_BYTES = 4e9;

const PINNED_CLASSES: ReadonlySet<ChipClass> = new Set(["tpu", "asic", "npu", "fpga", "mcu"]);

/** Figures without which no simulation means anything, named for people; empty when the chip can be simulated. */
export function missingFigures(chip: Chip): readonly string[] {
  const missing: string[] = [];
  if (Object.keys(chip.peakOpsPerSecond).length === 0) missing.push("peak operations");
  if (memoryOf(chip) === null) {
    if (chip.memory.capacityBytes === null) missing.push("memory capacity");
    if (chip.memory.bandwidthBytesPerSecond === null) missing.push("memory bandwidth");
  }
  if (chip.tdpWatts === null) missing.push("power");
  return missing;
}

/** The device, or null when `missingFigures` names any. */
export function buildDevice(
  chip: Chip,
  parameters: ResolvedFamily,
  system: System,
  stack: Stack,
): Device | null {
  const family = withAttentionOf(stack, parameters);
  const rates = peakRates(chip, stack);
  const peaks = Object.values(chip.peakOpsPerSecond);
  const memory = memoryOf(chip);
  const { tdpWatts } = chip;
  if (memory === null || tdpWatts === null || peaks.length === 0) return null;
  const sustained = memory.bytesPerSecond * family.bandwidthShare * stack.bandwidthShare;
  const clocked = clockShare(chip, family);
  const busy = clocked * busyShare(stack, chip.class, Math.max(1, chip.cores ?? 1));
  return {
    chip,
    system,
    stack,
    family,
    peakOpsPerSecond: rates,
    reachableOpsPerSecond: scaledRates(reachableRates(rates, family, stack, chip), busy),
    vectorOpsPerSecond: vectorPeak(chip, peaks) * family.vectorShare * stack.computeShare * busy,
    tdpWatts,
    clockFraction: 1,
    cores: Math.max(1, chip.cores ?? 1),
    memoryBytesPerSecond: sustained,
    usableMemoryBytes: memory.capacityBytes * PRINTED_GIGABYTE * stack.usableMemoryShare,
    onChip: onChipOf(chip, family, sustained),
    launchSeconds: family.launchSeconds + stack.kernelOverheadSeconds,
    scoreBytes: stack.scoreBytes ?? 0,
    scaleUp: scaleUpOf(chip, system, family),
    bus: busOf(chip, system, family),
    scaleOut: system.scaleOut
      ? {
          bytesPerSecond:
            (chip.scaleOut?.bandwidthBytesPerSecond ?? system.scaleOut.bandwidthBytesPerSecond) *
            family.linkShare,
          latencySeconds: system.scaleOut.latencySeconds,
          maxChips: system.scaleOut.maxChips,
        }
      : null,
  };
}

/** FlashAttention 2 was written for Ampere and keeps its loads and multiplies in turns where newer chips overlap them (Shah et al. 2024). */
function withAttentionOf(stack: Stack, family: ResolvedFamily): ResolvedFamily {
  const { portedAttentionShare: share } = family;
  return stack.portedAttention === true && share !== undefined
    ? { ...family, attentionShare: family.attentionShare * share }
    : family;
}

/** Bytes that weights may lie in, as printed; null when nobody says. */
export function memoryCapacityBytes(chip: Chip): number | null {
  return memoryOf(chip)?.capacityBytes ?? null;
}

interface Memory {
  capacityBytes: number;
  bytesPerSecond: number;
}

function memoryOf(chip: Chip): Memory | null {
  const { capacityBytes, bandwidthBytesPerSecond } = chip.memory;
  if (capacityBytes !== null && bandwidthBytesPerSecond !== null) {
    return { capacityBytes, bytesPerSecond: bandwidthBytesPerSecond };
  }
  // Modules without memory of their own keep weights on the die and stream the rest over the host bus.
  if (chip.hostLink && chip.onChipBytes !== null && capacityBytes === null) {
    return {
      capacityBytes: HOST_STREAM_BYTES,
      bytesPerSecond: chip.hostLink.bandwidthBytesPerSecond,
    };
  }
  // Microcontrollers: the SRAM answers as fast as the core asks (one word a cycle).
  if (chip.onChipBytes !== null && chip.clockHz !== null && chip.class === "mcu") {
    return {
      capacityBytes: capacityBytes ?? chip.onChipBytes,
      bytesPerSecond: 4 * chip.clockHz * Math.max(1, chip.cores ?? 1),
    };
  }
  return null;
}

function vectorPeak(chip: Chip, peaks: readonly number[]): number {
  const { fp32, fp16 } = chip.peakOpsPerSecond;
  if (chip.class === "gpu" || chip.class === "cpu" || chip.class === "mcu") {
    return fp32 ?? fp16 ?? Math.max(...peaks) / 4;
  }
  return Math.max(...peaks) * VECTOR_SHARE_OF_MATRIX;
}

function onChipOf(chip: Chip, family: Family, sustained: number): Device["onChip"] {
  const pinned = PINNED_CLASSES.has(chip.class);
  const bytes = Math.max(chip.onChipBytes ?? 0, chip.lastLevelCacheBytes ?? 0);
  const ratio = chip.memory.onChipOnly ? 1 : ON_CHIP_BANDWIDTH_RATIO[chip.class];
  const hostFed = chip.memory.bandwidthBytesPerSecond === null && chip.class !== "mcu";
  const laidOut = family.contexts === true || hostFed;
  const peak = Math.max(...Object.values(chip.peakOpsPerSecond));
  // Such a die was designed so that its arrays never wait for its own SRAM: one byte for every 32 operations.
  const bytesPerSecond = laidOut && pinned ? peak / 32 : sustained * ratio;
  return { bytes, bytesPerSecond, pinned };
}

function scaleUpOf(chip: Chip, system: System, family: Family): Device["scaleUp"] {
  const chips = Math.max(1, Math.min(system.scaleUpChips, chip.scaleUp?.domainChips ?? 1));
  if (chip.scaleUp && chips > 1) {
    return {
      bytesPerSecond: chip.scaleUp.bandwidthBytesPerSecond * family.linkShare,
      chips,
      latencySeconds: system.scaleUpLatencySeconds,
    };
  }
  return busOf(chip, system, family);
}

/** Cards of one host talk over its bus where no link joins them. */
function busOf(chip: Chip, system: System, family: Family): Device["scaleUp"] {
  if (!chip.hostLink || system.chipsPerNode <= 1) return null;
  return {
    bytesPerSecond: chip.hostLink.bandwidthBytesPerSecond * family.linkShare * BUS_SHARE,
    chips: system.chipsPerNode,
    latencySeconds: Math.max(system.scaleUpLatencySeconds, BUS_LATENCY_SECONDS),
  };
}
