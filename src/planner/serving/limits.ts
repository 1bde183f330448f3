import { arrivalsPerSecond } from "../demand.ts";
import { holds, memoryLimit, throughputLimit, type FigureLimit } from "../limits.ts";
import { latencies, latencyLimits, limitsOn } from "./latencies.ts";
import type { Serving } from "./serving.ts";
import { settled, type Settled } from "./settled.ts";

/** Every limit of `replicas`, each as full as planned; of users who wait for their answers, where they settle. */
export function limitsAt(serving: Serving, replicas: number): readonly FigureLimit[] {
  return serving.task.load.kind === "users"
    ? usersLimits(serving, replicas)
    : limitsWhenFull(serving, replicas);
}

/** Every limit of `replicas` that are as full as planned. */
export function limitsWhenFull(serving: Serving, replicas: number): readonly FigureLimit[] {
  return [
    ...capacityLimits(serving, replicas, serving.demand),
    ...latencyLimits(serving, replicas),
  ];
}

/**
 * Limits for users in a closed loop. They ask most often when answers come as quickly as from an empty replica: where even that
 * demand on full replicas meets the limits, the state in between does, and need not be looked for.
 */
function usersLimits(serving: Serving, replicas: number): readonly FigureLimit[] {
  const { task, point, demandFactor } = serving;
  const demand = arrivalsPerSecond(task, demandFactor, serving.quickestSeconds());
  const hardest = [
    ...capacityLimits(serving, replicas, demand),
    ...limitsOn(task, latencies({ ...serving, demand }, replicas, point)),
  ];
  return hardest.every(holds)
    ? hardest
    : settledLimits(serving, replicas, settled(serving, replicas));
}

function capacityLimits(
  { task, base, point }: Serving,
  replicas: number,
  demand: number,
): readonly FigureLimit[] {
  return [
    memoryLimit(task.id, point.memoryBytesPerChip, base.device.usableMemoryBytes),
    throughputLimit(task.id, replicas * point.requestsPerSecond, demand),
  ];
}

/** Every limit in the state that the replicas settle in. */
export function settledLimits(
  serving: Serving,
  replicas: number,
  { actual, demand }: Settled,
): readonly FigureLimit[] {
  return [
    ...capacityLimits(serving, replicas, demand),
    ...limitsOn(serving.task, latencies({ ...serving, demand }, replicas, actual)),
  ];
}
