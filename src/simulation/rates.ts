import type { Chip, ChipClass, Family, Stack } from "../catalog/types.ts";
import { BYTES_PER_ELEMENT, PRECISIONS, type Precision } from "../units/precision.ts";

/** Operations per second of each format that a chip multiplies. */
type Rates = Readonly<Partial<Record<Precision, number>>>;

/**
 * Peaks as the stack uses them. GeForce cards multiply FP16 at half rate only when they accumulate in FP32 (NVIDIA whitepapers). Without
 * AMX a CPU has its vector units: 16-bit formats at twice and INT8 at four times the FP32 rate (Intel, AVX-512 BF16 and VNNI).
 */
export function peakRates(
  { class: chipClass, peakOpsPerSecond: peaks, halfAccumulationGain = 1 }: Chip,
  stack: Stack,
): Rates {
  const { fp32 = 0, fp16, int8 } = peaks;
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
export function clockShare(chip: Chip, family: Family): number {
  const { fp32 } = chip.peakOpsPerSecond;
  const { fullClockWatts } = family;
  if (fullClockWatts === undefined || fp32 === undefined || chip.tdpWatts === null) return 1;
  return Math.min(1, Math.cbrt(chip.tdpWatts / (fullClockWatts * (fp32 / 1e12))));
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

/** What large multiplies reach of the peaks, with the chip family's and the stack's shares, before clocks and cores that wait. */
export function reachableRates(peaks: Rates, family: Family, stack: Stack, chip: Chip): Rates {
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
export function scaledRates(rates: Rates, share: number): Rates {
  const scaled: Partial<Record<Precision, number>> = {};
  for (const format of PRECISIONS) {
    const rate = rates[format];
    if (rate !== undefined) scaled[format] = rate * share;
  }
  return scaled;
}
