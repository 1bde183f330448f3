import type { Operator } from "../workload/types.ts";
import type { Device } from "./device.ts";
import type { Formats } from "./formats.ts";

/** Time of one execution of an operator, and what it is made of. Seconds; the parts overlap, so they do not add up. */
export interface OperatorTime {
  seconds: number;
  computeSeconds: number;
  memorySeconds: number;
  launchSeconds: number;
}

/**
 * Share of the matrix rate that a smaller output tile reaches, and its size against the full tile. Halving both sides of a
 * tile halves its arithmetic per byte of operand fetched into the core.
 */
const TILE_CHOICES: readonly { rowScale: number; columnScale: number; share: number }[] = [
  { rowScale: 1, columnScale: 1, share: 1 },
  { rowScale: 0.5, columnScale: 1, share: 0.9 },
  { rowScale: 1, columnScale: 0.5, share: 0.9 },
  { rowScale: 0.5, columnScale: 0.5, share: 0.8 },
  { rowScale: 0.25, columnScale: 0.5, share: 0.65 },
  { rowScale: 0.125, columnScale: 0.5, share: 0.5 },
];

/** Random rows: a DRAM burst fetches 64 bytes whether they are wanted or not. */
const BURST_BYTES = 64;

/** Scores are kept in FP32 between the multiplies of an attention that is not fused. */
const SCORE_WIDTH = 4;

/** Unpacking narrow weights costs arithmetic beside the multiply; Marlin reaches about 0.8 of the ideal (Frantar et al. 2024). */
const DEQUANTISATION_SHARE = 0.8;

/**
 * Roofline of one operator (Williams et al., CACM 2009) over padded work and two memory levels:
 * max(compute, memory) + launch.
 *
 * @param residentShare share of this stage's weights that stay on the die between steps, 0..1
 */
export function operatorTime(
  operator: Operator,
  device: Device,
  formats: Formats,
  residentShare: number,
): OperatorTime {
  const computeSeconds = computeTime(operator, device, formats);
  const memorySeconds = memoryTime(operator, device, formats, residentShare);
  const launchSeconds = device.launchSeconds;
  return {
    seconds: Math.max(computeSeconds, memorySeconds) + launchSeconds,
    computeSeconds,
    memorySeconds,
    launchSeconds,
  };
}

/** The seconds alone: searches ask for them often enough that the parts would cost more than the sum. */
export function operatorDuration(
  operator: Operator,
  device: Device,
  formats: Formats,
  residentShare: number,
): number {
  return (
    Math.max(
      computeTime(operator, device, formats),
      memoryTime(operator, device, formats, residentShare),
    ) + device.launchSeconds
  );
}

function computeTime(operator: Operator, device: Device, formats: Formats): number {
  const rate = device.reachableOpsPerSecond[formats.compute] ?? 0;
  const { family } = device;
  switch (operator.kind) {
    case "vector":
    case "gather":
      return operator.operations / device.vectorOpsPerSecond;
    case "depthwise":
      return operator.operations / (rate * family.depthwiseShare);
    case "attention": {
      const rows = Math.max(operator.m, 1);
      const padding = Math.ceil(rows / family.tileDepth) * family.tileDepth;
      // Few query rows leave most of a matrix tile empty, but vector units can take over.
      const waste = Math.min(padding / rows, family.tileDepth);
      const matrix = (operator.operations * waste) / (rate * family.attentionShare);
      const vectorUnits = operator.operations / device.vectorOpsPerSecond;
      return Math.min(matrix, vectorUnits);
    }
    default: {
      const unpacking = formats.dequantises ? DEQUANTISATION_SHARE : 1;
      const ragged = operator.kind === "experts" ? device.stack.expertShare : 1;
      return matrixTime(operator, device, rate) / (unpacking * ragged);
    }
  }
}

/** Padded tiles in waves over the cores, with the tile size that finishes first; seconds. */
function matrixTime(operator: Operator, device: Device, rate: number): number {
  const { tileRows, tileColumns, tileDepth } = device.family;
  const depth = Math.ceil(operator.k / tileDepth) * tileDepth;
  const coreRate = rate / device.cores;
  // Without any padding; a smaller tile, which reaches a smaller share, cannot beat this over its own share.
  const unpadded = (2 * operator.m * operator.n * depth * operator.groups) / rate;
  let best = Number.POSITIVE_INFINITY;
  for (const { rowScale, columnScale, share } of TILE_CHOICES) {
    if (unpadded / share >= best) break;
    const rows = Math.max(1, tileRows * rowScale);
    const columns = Math.max(1, tileColumns * columnScale);
    const tiles = Math.ceil(operator.m / rows) * Math.ceil(operator.n / columns) * operator.groups;
    // Skinny outputs split their depth over idle cores (split-K), at the price of a second pass over the output.
    const waves =
      tiles >= device.cores ? Math.ceil(tiles / device.cores) : splitWaves(tiles, depth, device);
    const seconds = (waves * 2 * rows * columns * depth) / (coreRate * share);
    if (seconds < best) best = seconds;
  }
  return best;
}

function splitWaves(tiles: number, depth: number, device: Device): number {
  // Depth is divided evenly, so that a deeper multiply is never the quicker one.
  const pieces = Math.max(1, depth / (8 * device.family.tileDepth));
  return 1 / Math.min(Math.floor(device.cores / tiles), pieces);
}

function memoryTime(
  operator: Operator,
  device: Device,
  formats: Formats,
  residentShare: number,
): number {
  const { memoryBytesPerSecond: memory, onChip } = device;
  const weights = operator.weightElements * formats.weightBytes;
  const activations = operator.activationElements * formats.activationBytes;
  const cache = operator.cacheElements * formats.cacheBytes;
  let weightSeconds =
    weights * ((1 - residentShare) / memory + residentShare / onChip.bytesPerSecond);
  if (operator.kind === "gather") {
    const rowBytes = operator.n * formats.weightBytes;
    weightSeconds *= (rowBytes + BURST_BYTES) / rowBytes;
  }
  // Half the on-chip memory can hold what passes from one layer to the next.
  const streamRate = activations <= onChip.bytes / 2 ? onChip.bytesPerSecond : memory;
  // Elementwise kernels stream less well than multiplies do.
  const activationRate =
    operator.kind === "vector" ? streamRate * device.family.vectorShare : streamRate;
  const seconds = weightSeconds + activations / activationRate + cache / memory;
  return operator.kind === "attention" && device.scoreBytes > 0
    ? seconds + scoreTime(operator, device)
    : seconds;
}

/** Scores that are not kept in registers (attention without fusion) go to memory and back, or to the cache where they fit. */
function scoreTime({ m, n, groups }: Operator, device: Device): number {
  const { memoryBytesPerSecond, onChip, scoreBytes } = device;
  const scores = m * n * groups;
  const rate =
    scores * SCORE_WIDTH <= onChip.bytes / 2 ? onChip.bytesPerSecond : memoryBytesPerSecond;
  return (scores * scoreBytes) / rate;
}
