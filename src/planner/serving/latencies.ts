import type { InferenceTask } from "../../input/workload-types.ts";
import { lengthVariation, waitSeconds } from "../../simulation/queueing.ts";
import type { ServingPoint } from "../../simulation/serving.ts";
import { latencyLimit, type FigureLimit } from "../limits.ts";
import type { Serving } from "./serving.ts";
import { inputFactor, outputAt } from "./tails.ts";

interface Latencies {
  firstToken(percentile: number | null): number;
  perToken: number;
  endToEnd(percentile: number | null): number;
}

/** What a user waits for when `replicas` share the demand and `actual` is the state that a replica settles in. */
export function latencies(serving: Serving, replicas: number, actual: ServingPoint): Latencies {
  const { task, base, demand, pool } = serving;
  const queue = {
    arrivalsPerSecond: demand / replicas / base.sharding.data,
    serviceSeconds: base.prefillSeconds,
    serviceVariation: lengthVariation(task.inputLength.mean, task.inputLength.p95),
  };
  const read = (percentile: number | null): number =>
    pool
      ? pool.handedOverSeconds(percentile)
      : actual.prefillLatencySeconds * inputFactor(task, percentile) +
        (task.mode === "batch" ? 0 : waitSeconds(queue, percentile));
  const firstToken = (percentile: number | null): number => read(percentile) + actual.stepSeconds;
  const perToken = actual.timePerOutputTokenSeconds;
  return {
    firstToken,
    perToken,
    endToEnd: (percentile) => firstToken(percentile) + (outputAt(task, percentile) - 1) * perToken,
  };
}

/** Limits with every replica full, which is the slowest state. */
export function latencyLimits(serving: Serving, replicas: number): readonly FigureLimit[] {
  return limitsOn(serving.task, latencies(serving, replicas, serving.point));
}

export function limitsOn(task: InferenceTask, times: Latencies): readonly FigureLimit[] {
  const { timeToFirstToken, timePerOutputToken, endToEnd } = task.latency;
  const first = timeToFirstToken && times.firstToken(timeToFirstToken.percentile);
  const whole = endToEnd && times.endToEnd(endToEnd.percentile);
  return [
    ...latencyLimit(task.id, "time-to-first-token", timeToFirstToken, first ?? 0),
    ...latencyLimit(task.id, "time-per-output-token", timePerOutputToken, times.perToken),
    ...latencyLimit(task.id, "end-to-end", endToEnd, whole ?? 0),
  ];
}
