import type { Operator } from "../workload/types.ts";
import type { Device } from "./device.ts";
import type { Formats } from "./formats.ts";
import { paceOf, weightSeconds, type Pace } from "./pace.ts";
import { isWide, operatorFormats } from "./wide-weights.ts";

/** Time of one execution of an operator, and what it is made of. Seconds; the parts overlap, so they do not add up. */
export interface OperatorTime {
  seconds: number;
  computeSeconds: number;
  memorySeconds: number;
  launchSeconds: number;
}

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
  const pace = paceOf(device, operatorFormats(operator, formats));
  const computeSeconds = computeTime(operator, pace);
  const memorySeconds = memoryTime(operator, pace, weightSeconds(pace, residentShare));
  const launchSeconds = launchesOf(operator, formats) * device.launchSeconds;
  return {
    seconds: Math.max(computeSeconds, memorySeconds) + launchSeconds,
    computeSeconds,
    memorySeconds,
    launchSeconds,
  };
}

/** Seconds of all operators, one after the other: searches ask for no more than that. */
export function operatorsSeconds(
  operators: readonly Operator[],
  device: Device,
  formats: Formats,
  residentShare: number,
): number {
  const pace = paceOf(device, formats);
  const weight = weightSeconds(pace, residentShare);
  const widePace = formats.wide ? paceOf(device, formats.wide) : pace;
  const wideWeight = weightSeconds(widePace, residentShare);
  let seconds = 0;
  // The innermost loop of every evaluation, which mostly runs before V8 has optimised it: an iterator makes an object for each item.
  for (let index = 0; index < operators.length; index++) {
    const operator = operators[index];
    if (operator === undefined) break;
    const wide = isWide(operator, formats);
    const used = wide ? widePace : pace;
    const compute = computeTime(operator, used);
    const memory = memoryTime(operator, used, wide ? wideWeight : weight);
    const launches = launchesOf(operator, formats);
    seconds += operator.count * (Math.max(compute, memory) + launches * device.launchSeconds);
  }
  return seconds;
}

/** Kernels of an operator: its own, and one that narrows its activations where they come wide. */
export function launchesOf(operator: Operator, formats: Formats): number {
  const { kind, weightElements } = operator;
  if (formats.casts === undefined || weightElements === 0) return 1;
  return (kind === "matmul" || kind === "experts") && !isWide(operator, formats) ? 2 : 1;
}

/** Seconds of arithmetic. */
export function computeTime(operator: Operator, pace: Pace): number {
  switch (operator.kind) {
    case "vector":
    case "gather":
      return operator.operations * pace.vectorOperation;
    case "depthwise":
      return operator.operations * pace.depthwiseOperation;
    case "attention": {
      const { tileDepth } = pace;
      const rows = Math.max(operator.m, 1);
      const padding = Math.ceil(rows / tileDepth) * tileDepth;
      // Few query rows leave most of a matrix tile empty, but vector units can take over.
      const waste = Math.min(padding / rows, tileDepth);
      return operator.operations * Math.min(waste * pace.attentionOperation, pace.vectorOperation);
    }
    case "experts":
      return matrixTime(operator, pace) * pace.expertStretch;
    default:
      return matrixTime(operator, pace);
  }
}

/** Padded tiles in waves over the cores, with the tile size that finishes first; seconds. */
function matrixTime(operator: Operator, pace: Pace): number {
  const { m, n, groups } = operator;
  const { tileDepth, tiles, cores } = pace;
  const depth = Math.ceil(operator.k / tileDepth) * tileDepth;
  // Without any padding; a smaller tile, which reaches a smaller share, cannot beat this over its own share.
  const unpadded = 2 * m * n * depth * groups * pace.matrixOperation;
  let best = Number.POSITIVE_INFINITY;
  for (let index = 0; index < tiles.length; index++) {
    const tile = tiles[index];
    if (tile === undefined || unpadded >= best * tile.share) break;
    const count = Math.ceil(m / tile.rows) * Math.ceil(n / tile.columns) * groups;
    // Skinny outputs split their depth over idle cores (split-K), at the price of a second pass over the output.
    const waves = count >= cores ? Math.ceil(count / cores) : splitWaves(count, depth, pace);
    const seconds = waves * depth * tile.depthStep;
    if (seconds < best) best = seconds;
  }
  return best;
}

function splitWaves(count: number, depth: number, { cores, tileDepth }: Pace): number {
  // Depth is divided evenly, so that a deeper multiply is never the quicker one.
  const pieces = Math.max(1, depth / (8 * tileDepth));
  return 1 / Math.min(Math.floor(cores / count), pieces);
}

/**
 * Seconds of memory traffic.
 *
 * @param weight seconds of one weight element (`weightSeconds`)
 */
export function memoryTime(operator: Operator, pace: Pace, weight: number): number {
  const { kind, activationElements } = operator;
  let weights = operator.weightElements * weight;
  if (kind === "gather") weights *= (operator.n + pace.burstElements) / operator.n;
  let activation = activationElements <= pace.keptElements ? pace.keptActivation : pace.activation;
  if (kind === "vector") activation *= pace.vectorStretch;
  const scores = kind === "attention" && pace.scoreBytes > 0 ? scoreTime(operator, pace) : 0;
  return weights + activationElements * activation + operator.cacheElements * pace.cached + scores;
}

/** Scores that are not kept in registers (attention without fusion) go to memory and back, or to the cache where they fit. */
function scoreTime({ m, n, groups }: Operator, pace: Pace): number {
  const scores = m * n * groups;
  return scores * (scores <= pace.keptScores ? pace.keptScore : pace.score);
}
