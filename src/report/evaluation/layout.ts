import type { PrecisionPlan, TaskPlan } from "../../planner/types.ts";

/** `2× TP8 PP2` for two replicas; dimensions that are not split, and data parallelism that the replicas are, are left out. */
export function taskLayout(task: TaskPlan): string {
  const { replicas, sharding, clockFraction, prefillPool, metrics } = task;
  const clock = clockFraction < 1 ? `, clock ${Math.round(100 * clockFraction)} %` : "";
  const readers = prefillPool ? ` + ${split(prefillPool)} for prefill` : "";
  // The replicas of a training run are its data parallelism.
  const within = metrics.trainingSeconds === null ? sharding : { ...sharding, data: 1 };
  return `${split({ replicas, sharding: within })}${readers}${clock}`;
}

function split({ replicas, sharding }: Pick<TaskPlan, "replicas" | "sharding">): string {
  return written(replicas, [
    ["TP", sharding.tensor],
    ["PP", sharding.pipeline],
    ["DP", sharding.data],
    ["EP", sharding.expert],
    ["CP", sharding.context],
  ]);
}

function written(replicas: number, split: readonly (readonly [string, number])[]): string {
  const parts = split.filter(([, ways]) => ways > 1).map(([name, ways]) => `${name}${ways}`);
  return `${replicas}× ${parts.length === 0 ? "1 chip" : parts.join(" ")}`;
}

/** Number formats of a task; only what writes token after token keeps a cache. */
export function taskFormats({ precision, metrics }: TaskPlan): string {
  const cached = metrics.timePerOutputTokenSeconds !== null;
  return formats(precision, cached);
}

/** `fp8/bf16/fp8` for weights, activations and cache, or one word where all are the same; moments only where they are narrow. */
export function formats(
  { weights, activations, cache, optimizer }: PrecisionPlan,
  cached: boolean,
): string {
  const used = [weights, activations, ...(cached ? [cache] : [])];
  const roles = new Set(used).size === 1 ? weights : used.join("/");
  return optimizer === undefined || optimizer === "fp32" ? roles : `${roles}, moments ${optimizer}`;
}
