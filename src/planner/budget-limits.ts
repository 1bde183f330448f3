import { SECONDS_PER_MONTH } from "../economics/calendar.ts";
import type { Workload } from "../input/workload-types.ts";
import type { CandidateHardware } from "./candidate.ts";
import { atMost, type FigureLimit } from "./limits.ts";
import { largestCluster } from "./shardings.ts";
import type { Plan } from "./types.ts";

/** Limits on what a plan costs, draws and joins. */
export function budgetLimits(
  workload: Workload,
  plan: Plan,
  hardware: CandidateHardware,
): readonly FigureLimit[] {
  const { budget, scalability } = workload;
  const limits: FigureLimit[] = [];
  const { cost } = plan;
  if (budget.capitalUsd !== null && plan.ownership === "own") {
    limits.push(atMost("capital", "Capital", cost.capitalUsd, budget.capitalUsd, "USD", "usd"));
  }
  if (budget.monthlyUsd !== null) {
    const [title, usd] = monthlyCost(workload, plan);
    limits.push(atMost("monthly", title, usd, budget.monthlyUsd, "USD", "usd"));
  }
  // Without a task that is counted in that unit the limit has no meaning, which the reader of the file has said.
  if (budget.perUnit && cost.perUnit) {
    const { usd, unit } = budget.perUnit;
    const value = cost.perUnit.usd;
    limits.push(
      atMost("per-unit", `Cost per ${unit.replace("-", " ")}`, value, usd, `USD/${unit}`, "usd"),
    );
  }
  if (budget.powerWatts !== null) {
    const value = plan.powerWattsPerSite;
    limits.push(atMost("power", "Power of a site", value, budget.powerWatts, "W", "watts"));
  }
  if (scalability.maxChips !== null) {
    limits.push(
      atMost("max-chips", "Chips of a site", plan.chipsPerSite, scalability.maxChips, "", "count"),
    );
  }
  const { system, chip } = hardware;
  const joined = largestCluster(system);
  const largestGroup = Math.max(...plan.tasks.map((task) => groupChips(task)));
  if (largestGroup > joined) {
    limits.push(
      atMost(
        "cluster",
        `Chips that work together (${chip.name})`,
        largestGroup,
        joined,
        "",
        "count",
      ),
    );
  }
  return limits;
}

/** Who names what a month may cost, and no capital, has to pay for what is bought out of the months as well. */
function monthlyCost({ budget }: Workload, { cost, ownership }: Plan): [string, number] {
  if (ownership === "rent" || budget.capitalUsd !== null) return ["Monthly cost", cost.monthlyUsd];
  const months = Math.max(1, budget.horizonSeconds / SECONDS_PER_MONTH);
  return ["Monthly cost with purchase", cost.totalUsd / months];
}

/** Chips of one task that must talk to each other: a serving replica, or all of a training run. */
function groupChips(task: Plan["tasks"][number]): number {
  return task.metrics.trainingSeconds === null
    ? task.chipsPerReplica
    : task.chipsPerReplica * task.replicas;
}
