import { costOfOwning } from "../economics/cost-of-owning.ts";
import { costOfRenting } from "../economics/cost-of-renting.ts";
import type { DeploymentCost, DeploymentUse } from "../economics/deployment.ts";
import { ownershipOptions } from "../economics/ownership.ts";
import { deploymentWatts } from "../economics/power.ts";
import { costPerUnit, unitsOfWork, type CostUnit } from "../economics/work-units.ts";
import type { Task, Workload } from "../input/workload-types.ts";
import { CLOCK_FRACTIONS } from "../simulation/clock.ts";
import { idleWatts } from "../simulation/power.ts";
import type { CandidateHardware } from "./candidate.ts";
import { atMost, describeLimit, failed, holds, type FigureLimit } from "./limits.ts";
import { packTasks, type Packing, type PlannedTask } from "./pack-tasks.ts";
import { NO_PINS, type Pins } from "./pins.ts";
import { exploreTask, sizeTask, type ExploredTask } from "./plan-task.ts";
import type { PreparedTask } from "./prepare-task.ts";
import { largestCluster } from "./shardings.ts";
import type { TaskOption, TaskOutcome } from "./task-option.ts";
import type { Bound, LimitCheck, Plan, PlanCost, PlanningResult } from "./types.ts";

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
  const explored = tasks.map((task) => exploreTask(task, hardware, pins));
  return planExplored(workload, explored, hardware, demandFactor);
}

/** The same from tasks that are explored already: planning today's demand and the growth target explores once. */
export function planExplored(
  workload: Workload,
  explored: readonly ExploredTask[],
  hardware: CandidateHardware,
  demandFactor: number,
): PlanningResult {
  const { clockScaling } = workload.constraints;
  const sized = sizeExplored(explored, hardware.system, demandFactor, clockScaling);
  return priceSized(workload, sized, hardware);
}

/** How many chips the tasks take at a demand, or why they cannot be run; no price and no budget plays a part in it. */
export type SizedTasks =
  | { ok: false; failure: PlanningResult }
  | {
      ok: true;
      demandFactor: number;
      prepared: readonly PreparedTask[];
      /** The tasks and how they share chips, at the nominal clock first and at each other one that may be. */
      clocks: readonly { tasks: readonly PlannedTask[]; packing: Packing }[];
    };

export function sizeExplored(
  explored: readonly ExploredTask[],
  system: CandidateHardware["system"],
  demandFactor: number,
  clockScaling: boolean,
): SizedTasks {
  const outcomes = explored.map((task) => sizeTask(task, demandFactor));
  const options = outcomes.map((outcome) => outcome.feasible ?? outcome.nearestMiss);
  const limits = outcomes.flatMap((outcome) => outcome.failure);
  const chosen = options.filter((option) => option !== null);
  if (chosen.length < explored.length) {
    const failure = { ok: false, plan: null, limits, boundBy: firstBound(outcomes) } as const;
    return { ok: false, failure };
  }
  const prepared = explored.map((task) => task.prepared);
  const clocks = [...atClocks(chosen, clockScaling)].map((tasks) => ({
    tasks,
    packing: packTasks(tasks, system),
  }));
  return { ok: true, demandFactor, prepared, clocks };
}

/** The cheapest way to pay for the chips, with the budget checked. */
export function priceSized(
  workload: Workload,
  sized: SizedTasks,
  hardware: CandidateHardware,
): PlanningResult {
  if (!sized.ok) return sized.failure;
  const { prepared, clocks, demandFactor } = sized;
  const ways = ownershipOptions(
    hardware.chip.availability,
    workload.place,
    workload.budget.ownership,
  );
  let best: PlanningResult | null = null;
  for (const { tasks, packing } of clocks) {
    for (const ownership of ways) {
      const priced = price(workload, prepared, tasks, hardware, packing, ownership, demandFactor);
      if (priced && (!best || preferred(priced, best))) best = priced;
    }
  }
  return best ?? { ok: false, plan: null, limits: [noPrice(hardware, ways)], boundBy: null };
}

/**
 * The options at the nominal clock and, where the workload lets chips run slower, at each lower one that keeps their limits. Tasks share
 * chips, so they share the clock. Which one is cheapest, energy and the time that a run takes included, the price tells.
 */
function* atClocks(
  options: readonly TaskOption[],
  clockScaling: boolean,
): Generator<readonly PlannedTask[]> {
  yield options.map(settled);
  if (!clockScaling || options.some(({ device }) => device.clockFraction < 1)) return;
  for (const fraction of CLOCK_FRACTIONS) {
    const slower = options.flatMap((option) => option.atClock(fraction) ?? []);
    if (slower.length < options.length) return;
    const planned = slower.map(settled);
    if (planned.every(({ limits }) => limits.every(holds))) yield planned;
  }
}

/** Field by field: `settle` holds the whole search, and planned tasks are kept for every chip. */
function settled(option: TaskOption): PlannedTask {
  const { plan, limits } = option.settle();
  const { device, chips, turnSeconds } = option;
  return {
    device,
    chips,
    turnSeconds,
    plan,
    limits,
    chipShare: plan.chipShare,
  };
}

const firstBound = (outcomes: readonly TaskOutcome[]) =>
  outcomes.find((outcome) => outcome.boundBy !== null)?.boundBy ?? null;

function preferred(a: PlanningResult, b: PlanningResult): boolean {
  if (a.ok !== b.ok) return a.ok;
  const [costA = 0, costB = 0] = [a, b].map(({ plan }) => plan?.cost.totalUsd);
  const [energyA = 0, energyB = 0] = [a, b].map(({ plan }) => plan?.energyJoulesOverHorizon);
  // Rent includes energy, so clocks cost the same.
  return costA === costB ? energyA < energyB : costA < costB;
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
  tasks: readonly PreparedTask[],
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
  const meanWattsPerChip = Math.min(
    chip.tdpWatts ?? Number.POSITIVE_INFINITY,
    wattsOf(options, packing, chipsPerSite) / chipsPerSite,
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
    cost: planCost(workload, tasks, cost, options, demandFactor),
    powerWatts,
    powerWattsPerSite: powerWatts / sites,
    energyJoulesOverHorizon: powerWatts * use.activeSeconds,
  };
  const limits = [...packing.limits, ...budgetLimits(workload, plan, hardware).map(describeLimit)];
  const ok = limits.every((limit) => limit.pass);
  if (ok) return { ok, plan, limits };
  return { ok, plan, limits, boundBy: boundByLimit(limits) };
}

/** Power of the chips of a site. Those that only round the number up stand idle; shared chips run the tasks in turn. */
function wattsOf(options: readonly PlannedTask[], packing: Packing, chipsPerSite: number): number {
  const [first] = options;
  const spare = first ? (chipsPerSite - packing.chips) * idleWatts(first.device) : 0;
  if (packing.shared) return spare + packing.chips * packing.wattsPerChip;
  return options.reduce(
    (sum, option) => sum + option.chips * option.plan.metrics.wattsPerChip,
    spare,
  );
}

function boundByLimit(limits: readonly LimitCheck[]): Bound | null {
  const miss = limits.find((limit) => !limit.pass);
  if (!miss) return null;
  if (miss.id === "power") return "power";
  if (miss.id.endsWith(".memory")) return "memory-capacity";
  return ["capital", "monthly", "per-unit"].includes(miss.id) ? "budget" : "latency";
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
  tasks: readonly PreparedTask[],
  cost: DeploymentCost,
  options: readonly PlannedTask[],
  demandFactor: number,
): PlanCost {
  const { totalUsd, capitalUsd, monthlyUsd, energyUsd } = cost;
  const money = { totalUsd, capitalUsd, monthlyUsd, energyUsd };
  const unit = workload.budget.perUnit?.unit ?? naturalUnit(tasks);
  if (unit === null) return { ...money, perUnit: null };
  const units = tasks.map(({ task }, index) => {
    const demand = options[index]?.plan.metrics.demandPerSecond ?? 0;
    const once = unitsOfWork(task, unit, demand, workload.budget.horizonSeconds);
    return once === null ? null : once * workload.sites * growthOf(task, unit, demandFactor);
  });
  const usd = costPerUnit(totalUsd, units);
  return { ...money, perUnit: usd === null ? null : { usd, unit } };
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

/** Chips of one task that must talk to each other: a serving replica, or all of a training run. */
function groupChips(task: Plan["tasks"][number]): number {
  return task.metrics.trainingSeconds === null
    ? task.chipsPerReplica
    : task.chipsPerReplica * task.replicas;
}
