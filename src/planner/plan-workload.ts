import type { Workload } from "../input/workload-types.ts";
import type { CandidateHardware } from "./candidate.ts";
import { NO_PINS, type Pins } from "./pins.ts";
import { exploreTask, type ExploredTask } from "./plan-task.ts";
import type { PreparedTask } from "./prepare-task.ts";
import { priceSized } from "./price-plan.ts";
import { sizeExplored } from "./size-tasks.ts";
import type { PlanningResult } from "./types.ts";

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
