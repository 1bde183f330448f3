import { costOfOwning } from "../economics/cost-of-owning.ts";
import { costOfRenting } from "../economics/cost-of-renting.ts";
import type { DeploymentCost, DeploymentUse } from "../economics/deployment.ts";
import { ownershipOptions } from "../economics/ownership.ts";
import { deploymentWatts } from "../economics/power.ts";
import { costPerUnit, unitsOfWork, type CostUnit } from "../economics/work-units.ts";
import type { Workload } from "../input/workload-types.ts";
import type { CandidateHardware } from "./candidate.ts";
import { atMost, describeLimit, failed, type FigureLimit } from "./limits.ts";
import { packTasks, type Packing, type PlannedTask } from "./pack-tasks.ts";
import { NO_PINS, type Pins } from "./pins.ts";
import { planTask, type PreparedTask } from "./plan-task.ts";
import type { TaskOutcome } from "./task-option.ts";
import type { LimitCheck, Plan, PlanCost, PlanningResult } from "./types.ts";

/**
 * The cheapest deployment of all tasks on one kind of chip at one site, times the number of sites, with every limit of the
 * workload checked. `demandFactor` scales the demand (1 today, the growth factor for the growth target).
 */
export function planWorkload(
  workload: Workload,
  tasks: readonly PreparedTask[],
  hardware: CandidateHardware,
  demandFactor: number,
  pins: Pins = NO_PINS,
): PlanningResult {
  const outcomes = tasks.map((task) => planTask(task, hardware, demandFactor, pins));
  const options = outcomes.map((outcome) => outcome.feasible ?? outcome.nearestMiss);
  const failures = outcomes.flatMap((outcome) => outcome.failure);
  const chosen = options.filter((option) => option !== null);
  if (chosen.length < tasks.length) {
    return { ok: false, plan: null, limits: failures, boundBy: firstBound(outcomes) };
  }
  const tasksOf = chosen.map((option) => ({ ...option, plan: option.plan() }));
  const packing = packTasks(tasksOf, hardware.system);
  const ways = ownershipOptions(
    hardware.chip.availability,
    workload.place,
    workload.budget.ownership,
  );
  let best: PlanningResult | null = null;
  for (const ownership of ways) {
    const priced = price(workload, tasksOf, hardware, packing, ownership, demandFactor);
    if (priced && (!best || preferred(priced, best))) best = priced;
  }
  return best ?? { ok: false, plan: null, limits: [noPrice(hardware, ways)], boundBy: null };
}

const firstBound = (outcomes: readonly TaskOutcome[]) =>
  outcomes.find((outcome) => outcome.boundBy !== null)?.boundBy ?? null;

function preferred(a: PlanningResult, b: PlanningResult): boolean {
  if (a.ok !== b.ok) return a.ok;
  return (a.plan?.cost.totalUsd ?? 0) < (b.plan?.cost.totalUsd ?? 0);
}

function noPrice(hardware: CandidateHardware, ways: readonly string[]): LimitCheck {
  const { name } = hardware.chip;
  const message =
    ways.length === 0
      ? `The place and the budget leave no way to own or rent ${name}.`
      : `No price is known to ${ways.join(" or ")} ${name}.`;
  return failed("price", "Price", message);
}

/** Chips at one site, rounded up to what is sold or rented at a time; null when the price is unknown. */
function price(
  workload: Workload,
  options: readonly PlannedTask[],
  hardware: CandidateHardware,
  packing: Packing,
  ownership: "own" | "rent",
  demandFactor: number,
): PlanningResult | null {
  const { chip, system, rentUsdPerChipHour } = hardware;
  const { budget, sites } = workload;
  const unit = ownership === "own" ? system.minimumChipsOwned : system.minimumChipsRented;
  const chipsPerSite = Math.ceil(packing.chips / unit) * unit;
  const chips = chipsPerSite * sites;
  const busyWatts = options.reduce(
    (sum, option) => sum + option.chips * option.plan.metrics.wattsPerChip,
    0,
  );
  // Chips that only round the number up stand idle; shared chips run the tasks in turn.
  const meanWattsPerChip = Math.min(
    chip.tdpWatts ?? Number.POSITIVE_INFINITY,
    packing.shared ? packing.wattsPerChip : busyWatts / Math.max(1, packing.chips),
  );
  const use: DeploymentUse = {
    chip,
    system,
    rentUsdPerChipHour,
    chips,
    meanWattsPerChip,
    horizonSeconds: budget.horizonSeconds,
    activeSeconds: activeSeconds(workload, options, demandFactor),
    energyUsdPerKilowattHour: budget.energyUsdPerKilowattHour,
  };
  const cost = ownership === "own" ? costOfOwning(use) : costOfRenting(use);
  if (!cost) return null;
  const powerWatts = deploymentWatts(use);
  const plan: Plan = {
    chips,
    chipsPerSite,
    tasks: options.map((option, index) => ({
      ...option.plan,
      chipShare: packing.shares[index] ?? option.plan.chipShare,
    })),
    ownership,
    cost: planCost(workload, cost, options),
    powerWatts,
    powerWattsPerSite: powerWatts / sites,
    energyJoulesOverHorizon: powerWatts * use.activeSeconds,
  };
  const limits = [...packing.limits, ...budgetLimits(workload, plan, hardware).map(describeLimit)];
  const ok = limits.every((limit) => limit.pass);
  if (ok) return { ok, plan, limits };
  return { ok, plan, limits, boundBy: boundByLimit(limits) };
}

function boundByLimit(limits: readonly LimitCheck[]) {
  const miss = limits.find((limit) => !limit.pass);
  if (!miss) return null;
  if (miss.id === "power") return "power" as const;
  return ["capital", "monthly", "per-unit"].includes(miss.id)
    ? ("budget" as const)
    : ("latency" as const);
}

/** A deployment that only trains or works off a fixed volume is on until the work is done; a service is on all the time. */
function activeSeconds(
  workload: Workload,
  options: readonly PlannedTask[],
  demandFactor: number,
): number {
  const horizon = workload.budget.horizonSeconds;
  return workload.tasks.reduce((longest, task, index) => {
    const metrics = options[index]?.plan.metrics;
    if (!metrics) return longest;
    if (task.kind !== "inference") return Math.max(longest, metrics.trainingSeconds ?? horizon);
    if (task.load.kind !== "volume") return Math.max(longest, horizon);
    return Math.max(longest, (demandFactor * task.load.requests) / metrics.capacityPerSecond);
  }, 0);
}

function planCost(
  workload: Workload,
  cost: DeploymentCost,
  options: readonly PlannedTask[],
): PlanCost {
  const unit = workload.budget.perUnit?.unit ?? naturalUnit(workload);
  const units = workload.tasks.map((task, index) => {
    const demand = options[index]?.plan.metrics.demandPerSecond ?? 0;
    const once = unitsOfWork(task, unit, demand, workload.budget.horizonSeconds);
    return once === null ? null : once * workload.sites;
  });
  const usd = costPerUnit(cost.totalUsd, units);
  return {
    totalUsd: cost.totalUsd,
    capitalUsd: cost.capitalUsd,
    monthlyUsd: cost.monthlyUsd,
    energyUsd: cost.energyUsd,
    perUnit: usd === null ? null : { usd, unit },
  };
}

/** The unit that people compare prices in: tokens for text, frames for video, a run for training, else requests. */
function naturalUnit(workload: Workload): CostUnit {
  const [first] = workload.tasks;
  if (!first || first.kind !== "inference") return "run";
  return first.load.kind === "frames" ? "frame" : "request";
}

function budgetLimits(
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
    limits.push(
      atMost("monthly", "Monthly cost", cost.monthlyUsd, budget.monthlyUsd, "USD", "usd"),
    );
  }
  if (budget.perUnit) {
    const { usd, unit } = budget.perUnit;
    const value = cost.perUnit?.usd ?? Number.POSITIVE_INFINITY;
    limits.push(atMost("per-unit", `Cost per ${unit}`, value, usd, `USD/${unit}`, "usd"));
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
  const joined = system.scaleOut?.maxChips ?? Math.max(system.chipsPerNode, system.scaleUpChips);
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

/** Chips of one task that must talk to each other: a serving replica, or all of a training run. */
function groupChips(task: Plan["tasks"][number]): number {
  return task.metrics.trainingSeconds === null
    ? task.chipsPerReplica
    : task.chipsPerReplica * task.replicas;
}
