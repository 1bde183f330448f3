import type { PrecisionPlan, TaskPlan } from "../../planner/types.ts";
import type { CandidatePlan } from "../types.ts";

/** `2× TP8 PP2` for two replicas; dimensions that are not split, and data parallelism that the replicas are, are left out. */
export function layout(plan: CandidatePlan): string {
  return written(plan.replicas, [
    ["TP", plan.tensorParallel],
    ["PP", plan.pipelineParallel],
    ["DP", plan.dataParallel === plan.replicas ? 1 : plan.dataParallel],
    ["EP", plan.expertParallel],
    ["CP", plan.contextParallel],
  ]);
}

/** The same for one task. */
export function taskLayout({ replicas, sharding, clockFraction, prefillPool }: TaskPlan): string {
  const clock = clockFraction < 1 ? `, clock ${Math.round(100 * clockFraction)} %` : "";
  const readers = prefillPool ? ` + ${split(prefillPool)} for prefill` : "";
  return `${split({ replicas, sharding })}${readers}${clock}`;
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

/** `fp8/bf16/fp8` for weights, activations and cache, or one word where all are the same; moments only where they are narrow. */
export function formats({ weights, activations, cache, optimizer }: PrecisionPlan): string {
  const same = weights === activations && activations === cache;
  const roles = same ? weights : `${weights}/${activations}/${cache}`;
  return optimizer === undefined || optimizer === "fp32" ? roles : `${roles}, moments ${optimizer}`;
}
