import type { Catalog, Chip, Stack } from "../catalog/types.ts";
import type { Assessed } from "../decision/assessed.ts";
import { checkConstraints } from "../decision/constraints/check-constraints.ts";
import type { Workload } from "../input/workload-types.ts";
import type { CandidateHardware } from "../planner/candidate.ts";
import { exploreTask, type ExploredTask } from "../planner/plan-task.ts";
import type { PreparedTask } from "../planner/prepare-task.ts";
import { priceSized } from "../planner/price-plan.ts";
import { sizeExplored, type SizedTasks } from "../planner/size-tasks.ts";
import type { LimitCheck, PlanningResult } from "../planner/types.ts";
import { indexHardware } from "./hardware.ts";
import type { PreparedWorkload } from "./resolve-models.ts";

/** A chip with everything that was found out about it, before the ranking. */
export interface Examined {
  chip: Chip;
  hardware: CandidateHardware;
  /** Clouds that rent the chip. */
  clouds: readonly string[];
  /** Limits on what the chip is, then limits on what its plan does. */
  limits: readonly LimitCheck[];
  planning: PlanningResult | null;
  growth: PlanningResult | null;
  /** The chips that today's demand and the growth target take, before anything is priced; null where a limit is missed. */
  sized: SizedTasks | null;
  grown: SizedTasks | null;
}

/** Checks, explores and plans each chip by itself: no chip's result depends on another's. */
export function examineChips(
  workload: Workload,
  catalog: Catalog,
  prepared: PreparedWorkload,
  chips: readonly Chip[] = catalog.chips,
  explore: Explore = PLAIN_EXPLORE,
): readonly Examined[] {
  return chips.map(chipExaminer(workload, catalog, prepared, explore));
}

/** The same chip by chip, for whoever does something else in between. */
export function chipExaminer(
  workload: Workload,
  catalog: Catalog,
  prepared: PreparedWorkload,
  explore: Explore,
): (this: void, chip: Chip) => Examined {
  const index = indexHardware(catalog);
  const unlimited = withoutBudget(workload);
  return (chip) =>
    examine(
      chip,
      index.of(chip, workload.constraints.stacks),
      index.clouds(chip),
      index.stacks(chip),
      workload,
      unlimited,
      prepared,
      explore,
    );
}

type Explore = (this: void, task: PreparedTask, hardware: CandidateHardware) => ExploredTask;

const PLAIN_EXPLORE: Explore = (task, hardware) => exploreTask(task, hardware);

function examine(
  chip: Chip,
  hardware: CandidateHardware,
  clouds: readonly string[],
  stacks: readonly Stack[],
  workload: Workload,
  unlimited: Workload,
  prepared: PreparedWorkload,
  explore: Explore,
): Examined {
  const constraints = checkConstraints({
    chip,
    system: hardware.system,
    stacks,
    workload,
    models: prepared.models,
    rentUsdPerChipHour: hardware.rentUsdPerChipHour,
  });
  if (constraints.some((check) => !check.pass)) {
    const unplanned = { planning: null, growth: null, sized: null, grown: null };
    return { chip, hardware, clouds, limits: constraints, ...unplanned };
  }
  const explored = prepared.tasks.map((task) => explore(task, hardware));
  const { clockScaling } = workload.constraints;
  const sized = sizeExplored(explored, hardware.system, 1, clockScaling);
  const planning = priceSized(workload, sized, hardware);
  const { growthFactor } = workload.scalability;
  const grown =
    planning.ok && growthFactor !== 1
      ? sizeExplored(explored, hardware.system, growthFactor, clockScaling)
      : null;
  return {
    chip,
    hardware,
    clouds,
    limits: [...constraints, ...planning.limits],
    planning,
    growth: grown && priceSized(unlimited, grown, hardware),
    sized: planning.ok ? sized : null,
    grown,
  };
}

/** The same plans at another price of the chip: how many chips a plan takes does not depend on what they cost. */
export function repriced(
  entry: Examined,
  hardware: CandidateHardware,
  workload: Workload,
): Examined {
  const { sized, grown } = entry;
  const planning = sized && priceSized(workload, sized, hardware);
  return {
    ...entry,
    chip: hardware.chip,
    hardware,
    planning,
    growth: planning?.ok && grown ? priceSized(withoutBudget(workload), grown, hardware) : null,
  };
}

/** The growth target is judged by what it would cost, not by today's budget. */
function withoutBudget(workload: Workload): Workload {
  const budget = { ...workload.budget, capitalUsd: null, monthlyUsd: null, powerWatts: null };
  return { ...workload, budget };
}

/** What the decision judges; null for a chip that misses a limit. */
export function assessedOf({
  chip,
  hardware,
  clouds,
  planning,
  growth,
}: Examined): Assessed | null {
  if (!planning?.ok) return null;
  const { system, family, stacks } = hardware;
  return { chip, system, family, stacks, plan: planning.plan, growth, clouds };
}
