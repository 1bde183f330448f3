import type { InferenceTask, LatencyLimit } from "../../input/workload-types.ts";
import type { OneShotPoint, OneShotSetup } from "../../simulation/one-shot.ts";
import { waitSeconds } from "../../simulation/queueing.ts";
import {
  isWithin,
  latencyLimit,
  memoryLimit,
  reaches,
  throughputLimit,
  type FigureLimit,
} from "../limits.ts";
import { arrivalsPerSecond } from "../demand.ts";
import { batchesSeconds, type OneShotServing } from "./serving.ts";

export function limitsOf(serving: OneShotServing, replicas: number): readonly FigureLimit[] {
  const { task, setup, point, demand } = serving;
  return [
    memoryLimit(task.id, point.memoryBytesPerChip, setup.device.usableMemoryBytes),
    throughputLimit(task.id, replicas * point.requestsPerSecond, demand),
    ...latencyLimit(task.id, "end-to-end", latencyLimitOf(task), latencySeconds(serving, replicas)),
  ];
}

/** `limitsOf` without the words. */
export function meetsLimits(serving: OneShotServing, replicas: number): boolean {
  const { task, setup, point, demand } = serving;
  const limit = latencyLimitOf(task);
  return (
    isWithin(point.memoryBytesPerChip, setup.device.usableMemoryBytes) &&
    reaches(replicas * point.requestsPerSecond, demand) &&
    (!limit || isWithin(latencySeconds(serving, replicas), limit.limitSeconds))
  );
}

type Work = Pick<OneShotServing, "task" | "setup" | "point">;

/** Whether a request that waits for nothing keeps the limit on latency. */
export function workMeetsLimit({ task, setup, point }: Work): boolean {
  const limit = latencyLimitOf(task);
  return !limit || batchesSeconds(setup, point) <= limit.limitSeconds;
}

/** Whether a batch can fill before the limit on latency is over. It does so soonest in a single replica that answers at once. */
export function fillsInTime(
  { task, setup }: Pick<OneShotServing, "task" | "setup">,
  batch: number,
  demandFactor: number,
): boolean {
  const limit = latencyLimitOf(task);
  if (task.mode === "batch" || !limit) return true;
  const most = arrivalsPerSecond(task, demandFactor, 0);
  return isWithin(fillSeconds(setup, batch, most), limit.limitSeconds);
}

/** One pass answers: its end is its first token. */
const latencyLimitOf = (task: InferenceTask): LatencyLimit | null =>
  task.latency.endToEnd ?? task.latency.timeToFirstToken;

export function latencySeconds(serving: OneShotServing, replicas: number): number {
  const { task, setup, point, demand } = serving;
  const percentile = latencyLimitOf(task)?.percentile ?? null;
  const wait = waiting(task, setup, point, demand / replicas, percentile);
  return batchesSeconds(setup, point) + wait;
}

/**
 * Time before a batch starts. Requests come at random: they wait for their batch to fill and for the batches before theirs. Frames
 * come in step: they wait for the other streams of their batch and, when the chip is busy, for one batch on average half done.
 */
function waiting(
  task: InferenceTask,
  setup: OneShotSetup,
  point: OneShotPoint,
  arrivals: number,
  percentile: number | null,
): number {
  if (task.mode === "batch") return 0;
  const samples = arrivals * setup.samplesPerRequest;
  const fill = fillSeconds(setup, point.batch, arrivals);
  if (task.mode === "streaming") {
    const load = arrivals / point.requestsPerSecond;
    const concurrent = task.load.kind === "frames" ? task.load.streams > point.batch : false;
    return fill + (concurrent ? (load * point.seconds) / 2 : 0);
  }
  const queue = {
    arrivalsPerSecond: samples / point.batch,
    serviceSeconds: point.seconds,
    serviceVariation: 0,
  };
  return fill + waitSeconds(queue, percentile);
}

/** A request of several samples fills as much of a batch by itself; the last of its batch does not wait for others at all. */
function fillSeconds({ samplesPerRequest }: OneShotSetup, batch: number, arrivals: number): number {
  const requests = batch / samplesPerRequest;
  return requests > 1 ? (requests - 1) / (2 * arrivals) : 0;
}
