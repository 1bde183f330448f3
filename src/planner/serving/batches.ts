import type { InferenceTask } from "../../input/workload-types.ts";
import { servingPoint, type ServingBase, type ServingPoint } from "../../simulation/serving.ts";
import type { Pins } from "../pins.ts";
import { crossing, wholeBatches, type Figure } from "./batch-grid.ts";
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
  const known = new Map<number, ServingPoint>();
  const pointAt = (batch: number): ServingPoint => {
    const point = known.get(batch) ?? servingPoint(base, batch);
    known.set(batch, point);
    return point;
  };
  let largest = top;
  let last = Number.NaN;
  for (const share of task.latency.endToEnd ? END_TO_END_SHARES : [1]) {
    // Shares fall, so no later batch is larger than this one.
    largest = largestWithinLimit(pointAt, largest, tokenLimit(task, base, share));
    if (largest.batch !== last) yield largest;
    last = largest.batch;
  }
}

/**
 * The largest batch up to `top` whose time per token stays within the limit; one sequence when none does. Between neighbours of the
 * grid, less than a sixteenth apart, time is as good as linear.
 */
function largestWithinLimit(
  pointAt: (batch: number) => ServingPoint,
  top: ServingPoint,
  limit: number,
): ServingPoint {
  if (secondsPerToken(top) <= limit || top.batch <= 1) return top;
  const below = pointAt(1);
  if (secondsPerToken(below) > limit) return below;
  const ends = { below, above: top };
  const { below: largest, above } = crossing(
    wholeBatches(top.batch),
    ends,
    pointAt,
    TOKEN_TIME,
    limit,
  );
  const room = limit - secondsPerToken(largest);
  const share = room / (secondsPerToken(above) - secondsPerToken(largest));
  const more = Math.floor(share * (above.batch - largest.batch));
  if (more === 0) return largest;
  const between = pointAt(largest.batch + more);
  return secondsPerToken(between) <= limit ? between : largest;
}

const secondsPerToken = (point: ServingPoint): number => point.timePerOutputTokenSeconds;

/** A straight line over the batch as long as every sequence more takes a step as much longer. */
const TOKEN_TIME: Figure = {
  of: secondsPerToken,
  axis: (batch) => batch,
  batchAt: (place) => place,
};

/** Seconds per token that the user's limits leave, end-to-end limit included. */
function tokenLimit(task: InferenceTask, base: ServingBase, share: number): number {
  const { timePerOutputToken, endToEnd } = task.latency;
  const direct = timePerOutputToken?.limitSeconds ?? Number.POSITIVE_INFINITY;
  if (!endToEnd) return direct;
  const prefill =
    base.sharding.pipeline * base.prefillSeconds * inputFactor(task, endToEnd.percentile);
  const tokens = outputAt(task, endToEnd.percentile);
  return Math.min(direct, (share * Math.max(0, endToEnd.limitSeconds - prefill)) / tokens);
}
