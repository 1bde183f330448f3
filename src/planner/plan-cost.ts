import type { DeploymentCost } from "../economics/deployment.ts";
import { costPerUnit, unitsOfWork, type CostUnit } from "../economics/work-units.ts";
import type { Task, Workload } from "../input/workload-types.ts";
import type { PreparedTask } from "./prepare-task.ts";
import type { PricedTask } from "./size-tasks.ts";
import type { PlanCost } from "./types.ts";

/** The cost of a plan, and of each unit of its work where its tasks have one in common. */
export function planCost(
  workload: Workload,
  tasks: readonly PreparedTask[],
  cost: DeploymentCost,
  options: readonly PricedTask[],
  demandFactor: number,
): PlanCost {
  const { totalUsd, capitalUsd, monthlyUsd, energyUsd } = cost;
  const unit = workload.budget.perUnit?.unit ?? naturalUnit(tasks);
  if (unit === null) return { totalUsd, capitalUsd, monthlyUsd, energyUsd, perUnit: null };
  const units = tasks.map(({ task }, index) => {
    const demand = options[index]?.plan.metrics.demandPerSecond ?? 0;
    const once = unitsOfWork(task, unit, demand, workload.budget.horizonSeconds);
    return once === null ? null : once * workload.sites * growthOf(task, unit, demandFactor);
  });
  const usd = costPerUnit(totalUsd, units);
  const perUnit = usd === null ? null : { usd, unit };
  return { totalUsd, capitalUsd, monthlyUsd, energyUsd, perUnit };
}

/** What the task itself says of its size is today's; a rate comes grown already, and a larger run is still one run. */
function growthOf(task: Task, unit: CostUnit, demandFactor: number): number {
  const fixed = task.kind !== "inference" || task.load.kind === "volume";
  return fixed && unit !== "run" ? demandFactor : 1;
}

/**
 * The unit that people compare prices in: tokens for language models, frames for video, a run for training, else requests. Null for
 * tasks that have no unit in common.
 */
export function naturalUnit(tasks: readonly PreparedTask[]): CostUnit | null {
  const units = new Set(tasks.map(unitOf));
  const [unit] = units;
  if (unit === undefined) return null;
  if (units.size === 1) return unit;
  return units.has("run") || units.has("frame") ? null : "request";
}

function unitOf({ task, model }: PreparedTask): CostUnit {
  if (task.kind !== "inference") return "run";
  if (task.load.kind === "frames") return "frame";
  return model.kind === "decoder" ? "million-tokens" : "request";
}
