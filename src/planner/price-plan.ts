import { costOfOwning } from "../economics/cost-of-owning.ts";
import { costOfRenting } from "../economics/cost-of-renting.ts";
import type { DeploymentUse } from "../economics/deployment.ts";
import { ownershipOptions } from "../economics/ownership.ts";
import { deploymentWatts } from "../economics/power.ts";
import { supplyOf } from "../economics/supply.ts";
import type { Workload } from "../input/workload-types.ts";
import { budgetLimits } from "./budget-limits.ts";
import type { CandidateHardware } from "./candidate.ts";
import { describeLimit } from "./describe-limit.ts";
import { failed } from "./limits.ts";
import type { Packing } from "./pack-tasks.ts";
import { planCost } from "./plan-cost.ts";
import type { PreparedTask } from "./prepare-task.ts";
import type { PricedTask, SizedTasks } from "./size-tasks.ts";
import type { Bound, LimitCheck, Plan, PlanningResult } from "./types.ts";

/** The cheapest way to pay for the chips, with the budget checked. */
export function priceSized(
  workload: Workload,
  sized: SizedTasks,
  hardware: CandidateHardware,
): PlanningResult {
  if (!sized.ok) return sized.failure;
  const { prepared, clocks, demandFactor } = sized;
  const ways = ownershipOptions(
    supplyOf(hardware.chip, workload),
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
  options: readonly PricedTask[],
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
    tasks: options.map(({ plan }) => plan),
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
function wattsOf(options: readonly PricedTask[], packing: Packing, chipsPerSite: number): number {
  const [first] = options;
  const spare = first ? (chipsPerSite - packing.chips) * first.idleWatts : 0;
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
  options: readonly PricedTask[],
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
