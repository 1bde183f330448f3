import type { Chip, ChipClass, Family, Stack, System } from "../catalog/types.ts";
import { BYTES_PER_ELEMENT, PRECISIONS, type Precision } from "../units/precision.ts";

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
    reachableOpsPerSecond: scaledRates(reachable(rates, family, stack, chip), busy),
    vectorOpsPerSecond: vectorPeak(chip, peaks) * family.vectorShare * stack.computeShare * busy,
    tdpWatts,
    clockFraction: 1,
    cores: Math.max(1, chip.cores ?? 1),
    memoryBytesPerSecond: sustained,
    usableMemoryBytes: memory.capacityBytes * PRINTED_GIGABYTE * stack.usableMemoryShare,
    onChip: onChipOf(chip, sustained),
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

/**
 * Peaks as the stack uses them. GeForce cards multiply FP16 at half rate only when they accumulate in FP32 (NVIDIA whitepapers). Without
 * AMX a CPU has its vector units: 16-bit formats at twice and INT8 at four times the FP32 rate (Intel, AVX-512 BF16 and VNNI).
 */
function peakRates(
  { class: chipClass, peakOpsPerSecond: peaks, halfAccumulationGain = 1 }: Chip,
  stack: Stack,
): Device["peakOpsPerSecond"] {
  const { fp32 = 0, fp16, bf16 = 0, int8 } = peaks;
  if (stack.halfAccumulation === true && fp16 !== undefined && halfAccumulationGain > 1) {
    return { ...peaks, fp16: fp16 * halfAccumulationGain };
  }
  if (stack.vectorOnly !== true || !hasTiles({ class: chipClass, peakOpsPerSecond: peaks }))
    return peaks;
  return {
    ...peaks,
    bf16: 2 * fp32,
    ...(fp16 === undefined ? {} : { fp16: 2 * fp32 }),
    ...(int8 === undefined ? {} : { int8: 4 * fp32 }),
  };
}

/**
 * Share of the boost clock that long multiplies hold under the board's power limit: dynamic power goes with the cube of the clock where
 * voltage follows it, so a board with less power for its units runs slower by the cube root. H100 PCIe and NVL, with two thirds of
 * the SXM board's watts for each TFLOP/s, multiply a quarter to a half slower than their own peaks promise (llm-inference.csv).
 */
function clockShare(chip: Chip, family: ResolvedFamily): number {
  const { fp32 } = chip.peakOpsPerSecond;
  const { fullClockWatts } = family;
  if (fullClockWatts === undefined || fp32 === undefined || chip.tdpWatts === null) return 1;
  return Math.min(1, Math.cbrt(chip.tdpWatts / (fullClockWatts * (fp32 / 1e12))));
}

/** FlashAttention 2 was written for Ampere and keeps its loads and multiplies in turns where newer chips overlap them (Shah et al. 2024). */
function withAttentionOf(stack: Stack, family: ResolvedFamily): ResolvedFamily {
  const { portedAttentionShare: share } = family;
  return stack.portedAttention === true && share !== undefined
    ? { ...family, attentionShare: family.attentionShare * share }
    : family;
}

/** Matrix tiles beside vector units (AMX): formats that the tiles take run many times as fast as FP32. */
function hasTiles({
  class: chipClass,
  peakOpsPerSecond: peaks,
}: Pick<Chip, "class" | "peakOpsPerSecond">): boolean {
  const { fp32 = 0, bf16 = 0 } = peaks;
  return chipClass === "cpu" && fp32 > 0 && bf16 > 4 * fp32;
}

/**
 * What multiplies reach on the vector units of CPUs with tiles, whose family's share is the tiles': ResNet-50 in FP32 reaches 0.80 of the
 * peak at base clock on Xeon 8380 (MLPerf Inference v1.1 to v3.0 rows).
 */
const VECTOR_UNIT_SHARE = 0.8;

/** Share of a CPU's cores that work at a time when `cores` of them share one multiply: 1 / (1 + cores / halfBusyCores). */
export const busyShare = (stack: Stack, chipClass: ChipClass, cores: number): number =>
  chipClass === "cpu" && stack.halfBusyCores !== undefined
    ? 1 / (1 + cores / stack.halfBusyCores)
    : 1;

function reachable(
  peaks: Device["peakOpsPerSecond"],
  family: ResolvedFamily,
  stack: Stack,
  chip: Chip,
): Device["reachableOpsPerSecond"] {
  const isTiled = hasTiles(chip);
  const narrow = family.narrowShare;
  const rates: Partial<Record<Precision, number>> = {};
  for (const format of PRECISIONS) {
    const peak = peaks[format];
    if (peak === undefined) continue;
    const bytes = BYTES_PER_ELEMENT[format];
    const onVectors = isTiled && (stack.vectorOnly === true || bytes > 2);
    const share = (onVectors ? VECTOR_UNIT_SHARE : family.matmulShare) * stack.computeShare;
    const rate = peak * share * (bytes > 1 ? 1 : bytes === 1 ? narrow : narrow * narrow);
    rates[format] = bytes > 1 ? rate : Math.min(rate, narrowLimit(chip, stack));
  }
  return rates;
}

/** Kernels that unpack every operand again for each product of two rows go at the pace of that, not of the multiply units. */
function narrowLimit({ class: chipClass, cores, clockHz }: Chip, stack: Stack): number {
  const { narrowOpsPerCycle, computeShare } = stack;
  if (chipClass !== "cpu" || narrowOpsPerCycle === undefined || clockHz === null) {
    return Number.POSITIVE_INFINITY;
  }
  return narrowOpsPerCycle * computeShare * Math.max(1, cores ?? 1) * clockHz;
}

/** Rates per format, each times `share`. */
export function scaledRates(
  rates: Device["peakOpsPerSecond"],
  share: number,
): Device["peakOpsPerSecond"] {
  const scaled: Partial<Record<Precision, number>> = {};
  for (const format of PRECISIONS) {
    const rate = rates[format];
    if (rate !== undefined) scaled[format] = rate * share;
  }
  return scaled;
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

function onChipOf(chip: Chip, sustained: number): Device["onChip"] {
  const pinned = PINNED_CLASSES.has(chip.class);
  const bytes = Math.max(chip.onChipBytes ?? 0, chip.lastLevelCacheBytes ?? 0);
  const ratio = chip.memory.onChipOnly ? 1 : ON_CHIP_BANDWIDTH_RATIO[chip.class];
  const hostFed = chip.memory.bandwidthBytesPerSecond === null && chip.class !== "mcu";
  const peak = Math.max(...Object.values(chip.peakOpsPerSecond));
  // A host-fed die was laid out so that its arrays never wait for its own SRAM: one byte for every 32 operations.
  const bytesPerSecond = hostFed && pinned ? peak / 32 : sustained * ratio;
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
