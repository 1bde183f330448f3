import type { Workload } from "../input/workload-types.ts";
import { leadingTask } from "../planner/leading-task.ts";
import type { Plan, PlanningResult, TaskPlan } from "../planner/types.ts";
import type { CandidateMetrics, CandidatePlan } from "../report/types.ts";

export function candidatePlan(plan: Plan): CandidatePlan {
  const lead = leadingTask(plan);
  const { sharding } = lead;
  return {
    chips: plan.chips,
    replicas: lead.replicas,
    tensorParallel: sharding.tensor,
    pipelineParallel: sharding.pipeline,
    dataParallel: lead.metrics.trainingSeconds === null ? sharding.data : lead.replicas,
    expertParallel: sharding.expert,
    contextParallel: sharding.context,
    batch: lead.batch,
    precision: lead.precision,
    clockFraction: lead.clockFraction,
    ownership: plan.ownership,
    tasks: plan.tasks,
  };
}

export function candidateMetrics(
  plan: Plan,
  growth: PlanningResult | null,
  workload: Workload,
): CandidateMetrics {
  const lead = leadingTask(plan);
  const { metrics } = lead;
  const { cost } = plan;
  const units = unitsDelivered(plan, lead, workload);
  return {
    timeToFirstTokenSeconds: metrics.timeToFirstTokenSeconds,
    timePerOutputTokenSeconds: metrics.timePerOutputTokenSeconds,
    endToEndSeconds: metrics.endToEndSeconds,
    trainingSeconds: metrics.trainingSeconds,
    throughputPerSecond: metrics.capacityPerSecond * workload.sites,
    headroom: Math.min(
      ...plan.tasks.map((each) => each.metrics.capacityPerSecond / each.metrics.demandPerSecond),
    ),
    utilisation: metrics.utilisation,
    memoryBytesPerChip: metrics.memoryBytesPerChip,
    powerWatts: plan.powerWatts,
    energyPerWorkUnitJoules: plan.energyJoulesOverHorizon / units,
    totalCostUsd: cost.totalUsd,
    capitalUsd: cost.capitalUsd,
    monthlyUsd: cost.monthlyUsd,
    costPerWorkUnitUsd: cost.perUnit?.usd ?? cost.totalUsd / units,
    workUnit: cost.perUnit?.unit ?? metrics.workUnit,
    growthCostRatio: growth?.ok ? growth.plan.cost.totalUsd / cost.totalUsd : null,
  };
}

/** Units of work over the horizon, all sites, in the unit that the result names: prices and energies are told of the same. */
function unitsDelivered({ cost }: Plan, lead: TaskPlan, workload: Workload): number {
  const { perUnit, totalUsd } = cost;
  if (perUnit !== null && perUnit.usd > 0) return totalUsd / perUnit.usd;
  const task = workload.tasks.find(({ id }) => id === lead.taskId);
  if (task && task.kind !== "inference") return task.totalTokens;
  const once = task?.load.kind === "volume" ? task.load.requests : null;
  const asked = lead.metrics.demandPerSecond * workload.budget.horizonSeconds;
  return (once ?? asked) * workload.sites;
}
