import type { InferenceTask } from "../../input/workload-types.ts";
import { servingPoint, type ServingBase, type ServingPoint } from "../../simulation/serving.ts";
import type { Pins } from "../pins.ts";
import { inputFactor, outputAt } from "./tails.ts";

/** More sequences in flight than serving engines schedule (vLLM's default limit is 256 to 1,024). */
const LARGEST_BATCH = 1024;
/** Shares of the time until the end that the tokens may take; waiting, which nothing but more replicas shortens, gets the rest. */
const END_TO_END_SHARES = [1, 0.95, 0.85, 0.7, 0.5];

/** The fullest batch that memory and engines allow, or the one that the pins ask for. */
export function topPoint(base: ServingBase, pins: Pins): ServingPoint {
  const largest = Math.min(base.largestBatch, LARGEST_BATCH * base.sharding.data);
  return servingPoint(base, pins.batch ?? Math.max(1, largest));
}

/** The batch sizes worth a try, largest first: all that the limits allow, then smaller ones that leave time for waiting. */
export function* pointsOf(
  task: InferenceTask,
  base: ServingBase,
  top: ServingPoint,
  pins: Pins,
): Generator<ServingPoint> {
  if (pins.batch !== null) {
    yield top;
    return;
  }
  let largest = top;
  let last = Number.NaN;
  for (const share of task.latency.endToEnd ? END_TO_END_SHARES : [1]) {
    // Shares fall, so no later batch is larger than this one.
    largest = largestWithinLimit(base, largest, tokenLimit(task, base, share));
    if (largest.batch !== last) yield largest;
    last = largest.batch;
  }
}

/**
 * The largest batch up to `top` whose time per token stays within the limit, to a sixteenth; one sequence when none does. Time grows
 * about linearly with the batch, so the guess is drawn between the ends; halving in between makes sure of progress.
 */
function largestWithinLimit(base: ServingBase, top: ServingPoint, limit: number): ServingPoint {
  if (top.timePerOutputTokenSeconds <= limit || top.batch <= 1) return top;
  let below = servingPoint(base, 1);
  let above = top;
  if (below.timePerOutputTokenSeconds > limit) return below;
  for (let round = 0; above.batch - below.batch > Math.max(1, below.batch / 16); round++) {
    const rise = above.timePerOutputTokenSeconds - below.timePerOutputTokenSeconds;
    const share = round % 2 === 0 ? (limit - below.timePerOutputTokenSeconds) / rise : 0.5;
    const guess = below.batch + Math.floor(share * (above.batch - below.batch));
    const point = servingPoint(base, Math.min(above.batch - 1, Math.max(below.batch + 1, guess)));
    if (point.timePerOutputTokenSeconds <= limit) below = point;
    else above = point;
  }
  return below;
}

/** Seconds per token that the user's limits leave, end-to-end limit included. */
function tokenLimit(task: InferenceTask, base: ServingBase, share: number): number {
  const { timePerOutputToken, endToEnd } = task.latency;
  const direct = timePerOutputToken?.limitSeconds ?? Number.POSITIVE_INFINITY;
  if (!endToEnd) return direct;
  const prefill =
    base.sharding.pipeline * base.prefill.seconds * inputFactor(task, endToEnd.percentile);
  const tokens = outputAt(task, endToEnd.percentile);
  return Math.min(direct, (share * Math.max(0, endToEnd.limitSeconds - prefill)) / tokens);
}
