import { arrivalsPerSecond } from "../demand.ts";
import { isWithin, memoryLimit, reaches, throughputLimit, type FigureLimit } from "../limits.ts";
import { Latencies } from "./latencies.ts";
import { fullState, type Serving, type State } from "./serving.ts";
import { settled } from "./settled.ts";

/**
 * Whether `replicas` keep every limit, each as full as planned; of users who wait for their answers, where they settle. These ask
 * most often when answers come as quickly as from an empty replica: where even that demand on full replicas meets the limits, the
 * state in between does, and need not be looked for.
 */
export function keepsLimits(serving: Serving, replicas: number): boolean {
  const { task, point, demandFactor } = serving;
  if (task.load.kind !== "users") return meetsLimits(serving, replicas, fullState(serving));
  const demand = arrivalsPerSecond(task, demandFactor, serving.quickestSeconds());
  return (
    meetsLimits(serving, replicas, { actual: point, demand }) ||
    meetsLimits(serving, replicas, settled(serving, replicas))
  );
}

/** Every limit of `replicas` in a state. */
export function limitsIn(serving: Serving, replicas: number, state: State): readonly FigureLimit[] {
  const { task, base, point } = serving;
  return [
    memoryLimit(task.id, point.memoryBytesPerChip, base.device.usableMemoryBytes),
    throughputLimit(task.id, replicas * point.requestsPerSecond, state.demand),
    ...new Latencies(serving, replicas, state).limits(),
  ];
}

/** `limitsIn` without the words. */
function meetsLimits(serving: Serving, replicas: number, state: State): boolean {
  const { base, point } = serving;
  return (
    isWithin(point.memoryBytesPerChip, base.device.usableMemoryBytes) &&
    reaches(replicas * point.requestsPerSecond, state.demand) &&
    new Latencies(serving, replicas, state).meetLimits()
  );
}
