import { costPerUnit, unitsOfWork } from "../../economics/work-units.ts";
import type { MetricContext } from "./metric.ts";

/** Cost over the horizon by million tokens of all tasks and sites; null where nothing has tokens or there is no plan. */
export function costPerMillionTokens({ workload, outcome }: MetricContext): number | null {
  const total = outcome?.metrics?.["totalCostUsd"];
  if (workload === null || typeof total !== "number") return null;
  const { sites, budget } = workload;
  const units = workload.tasks.map((task) => {
    if (task.kind === "inference" && task.load.kind === "frames") return null;
    const planned = outcome?.plan?.tasks.find(({ taskId }) => taskId === task.id);
    const demand = planned?.metrics.demandPerSecond ?? 0;
    const tokens = unitsOfWork(task, "million-tokens", demand, budget.horizonSeconds);
    return tokens === null ? null : tokens * sites;
  });
  return costPerUnit(total, units);
}
