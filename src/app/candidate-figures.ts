import type { Workload } from "../input/workload-types.ts";
import type { Plan, PlanningResult, TaskPlan } from "../planner/types.ts";
import type { CandidateMetrics, CandidatePlan } from "../report/types.ts";

/** The task that takes most chips stands for the plan in summary columns; every task is listed beside it. */
export function leadingTask(plan: Pick<Plan, "tasks">): TaskPlan {
  const [first, ...rest] = plan.tasks;
  if (!first) throw new Error("a plan without tasks");
  return rest.reduce((top, task) => (task.chipShare > top.chipShare ? task : top), first);
}

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
    clockFraction: leadingTask(plan).clockFraction,
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
  const task = workload.tasks.find(({ id }) => id === lead.taskId);
  const worksPerSecond = metrics.demandPerSecond * workload.sites;
  const horizon = workload.budget.horizonSeconds;
  const once =
    task?.kind === "inference" && task.load.kind === "volume" ? task.load.requests : null;
  const units =
    task && task.kind !== "inference"
      ? task.totalTokens
      : once === null
        ? worksPerSecond * horizon
        : once * workload.sites;
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
