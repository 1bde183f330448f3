import type { Device } from "./device.ts";
import type { Formats } from "./formats.ts";

/**
 * What the smallest units of work take on a device in given formats, in seconds: the part of the roofline that all operators share,
 * worked out once. Rates are those that the device reaches, not its peaks.
 */
export interface Pace {
  /** Of an operation on the matrix units, without padding; the same for attention, depthwise convolutions and vector units. */
  matrixOperation: number;
  attentionOperation: number;
  depthwiseOperation: number;
  vectorOperation: number;
  /** Experts' grouped multiplies over plain ones. */
  expertStretch: number;
  cores: number;
  /** Depth to which a multiply is padded. */
  tileDepth: number;
  /** Output tiles, the full one first. */
  tiles: readonly Tile[];
  /** Of a weight that comes from memory, and of one that stays on the die. */
  weight: number;
  residentWeight: number;
  /** Random rows over a stream: a DRAM burst is fetched whole. Bytes of a burst in weight elements. */
  burstElements: number;
  /** Of an activation in memory, and of one that stays on the die because its operator has no more than `keptElements`. */
  activation: number;
  keptActivation: number;
  keptElements: number;
  /** Elementwise kernels stream less well than multiplies do. */
  vectorStretch: number;
  cached: number;
  /** Memory traffic of one attention score, bytes; 0 where attention is fused. */
  scoreBytes: number;
  /** Of a score in memory, and of one that stays on the die because there are no more than `keptScores`. */
  score: number;
  keptScore: number;
  keptScores: number;
}

/** An output tile of a core, with the seconds that one step of depth takes and the share of the matrix rate that it reaches. */
interface Tile {
  rows: number;
  columns: number;
  depthStep: number;
  share: number;
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

const PACES = new WeakMap<Device, WeakMap<Formats, Pace>>();

/** Worked out when it is first asked for: neither devices nor formats ever change. */
export function paceOf(device: Device, formats: Formats): Pace {
  let paces = PACES.get(device);
  if (!paces) PACES.set(device, (paces = new WeakMap()));
  let pace = paces.get(formats);
  if (!pace) paces.set(formats, (pace = workOut(device, formats)));
  return pace;
}

function workOut(device: Device, formats: Formats): Pace {
  const { family, memoryBytesPerSecond: memory, onChip, cores, scoreBytes } = device;
  const rate = device.reachableOpsPerSecond[formats.compute] ?? 0;
  const matrixRate = rate * (formats.dequantises ? DEQUANTISATION_SHARE : 1);
  return {
    matrixOperation: 1 / matrixRate,
    attentionOperation: 1 / (rate * family.attentionShare),
    depthwiseOperation: 1 / (rate * family.depthwiseShare),
    vectorOperation: 1 / device.vectorOpsPerSecond,
    expertStretch: 1 / device.stack.expertShare,
    cores,
    tileDepth: family.tileDepth,
    tiles: TILE_CHOICES.map(({ rowScale, columnScale, share }): Tile => {
      const rows = Math.max(1, family.tileRows * rowScale);
      const columns = Math.max(1, family.tileColumns * columnScale);
      return {
        rows,
        columns,
        depthStep: (2 * rows * columns * cores) / (matrixRate * share),
        share,
      };
    }),
    weight: formats.weightBytes / memory,
    residentWeight: formats.weightBytes / onChip.bytesPerSecond,
    burstElements: BURST_BYTES / formats.weightBytes,
    activation: formats.activationBytes / memory,
    keptActivation: formats.activationBytes / onChip.bytesPerSecond,
    // Half the on-chip memory can hold what passes from one layer to the next.
    keptElements: onChip.bytes / 2 / formats.activationBytes,
    vectorStretch: 1 / family.vectorShare,
    cached: formats.cacheBytes / memory,
    scoreBytes,
    score: scoreBytes / memory,
    keptScore: scoreBytes / onChip.bytesPerSecond,
    keptScores: onChip.bytes / 2 / SCORE_WIDTH,
  };
}

/** Seconds of a weight of which a share stays on the die between steps. */
export const weightSeconds = (pace: Pace, residentShare: number): number =>
  (1 - residentShare) * pace.weight + residentShare * pace.residentWeight;
