import type { Budget, Task } from "../input/workload-types.ts";

export type CostUnit = NonNullable<Budget["perUnit"]>["unit"];

/**
 * Units of work that a task delivers over the horizon at its demand, one site. Null when the task is not counted in that
 * unit (a training run has no requests, only frames come in frames).
 *
 * - request: each answered request; a fixed volume counts once, whatever the horizon.
 * - million-tokens: input and output tokens together, or tokens trained on.
 * - run: one training run, or the whole of a fixed volume.
 *
 * @param demandPerSecond requests or frames per second; unused for a fixed amount of work
 */
export function unitsOfWork(
  task: Task,
  unit: CostUnit,
  demandPerSecond: number,
  horizonSeconds: number,
): number | null {
  if (task.kind !== "inference") {
    if (unit === "run") return 1;
    return unit === "million-tokens" ? task.totalTokens / 1e6 : null;
  }
  const { load, inputLength, outputLength } = task;
  const answered = load.kind === "volume" ? load.requests : demandPerSecond * horizonSeconds;
  return {
    request: load.kind === "frames" ? null : answered,
    frame: load.kind === "frames" ? answered : null,
    "million-tokens": (answered * (inputLength.mean + outputLength.mean)) / 1e6,
    run: load.kind === "volume" ? 1 : null,
  }[unit];
}

/** Cost of one unit in USD; null when nothing is counted in that unit. */
export function costPerUnit(totalUsd: number, units: readonly (number | null)[]): number | null {
  const counted = units.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return counted > 0 ? totalUsd / counted : null;
}
