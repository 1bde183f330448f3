import type { Catalog } from "../catalog/types.ts";
import {
  chipFloors,
  referenceFigures,
  type ReferenceFigures,
} from "../decision/reference-figures.ts";
import { unitsOfWork } from "../economics/work-units.ts";
import type { Workload } from "../input/workload-types.ts";
import type { CandidateHardware } from "../planner/candidate.ts";
import { arrivalsPerSecond } from "../planner/demand.ts";
import { exploreTask, type ExploredTask } from "../planner/plan-task.ts";
import type { PreparedTask } from "../planner/prepare-task.ts";
import { prepareWorkload, type PreparedWorkload } from "./resolve-models.ts";
import { workTotals } from "./work-totals.ts";

/** The costly steps of an evaluation. Pure functions, so that whoever evaluates often may remember their values. */
export interface EvaluationSteps {
  /** @throws ModelError when a task's model cannot be found or read */
  prepare(this: void, workload: Workload, catalog: Catalog): PreparedWorkload;
  explore(this: void, task: PreparedTask, hardware: CandidateHardware): ExploredTask;
  references(
    this: void,
    catalog: Catalog,
    workload: Workload,
    prepared: PreparedWorkload,
    floorsOf?: typeof chipFloors,
  ): ReferenceFigures;
}

/** Every step computed anew. */
export const PLAIN_STEPS: EvaluationSteps = {
  prepare: prepareWorkload,
  explore: (task, hardware) => exploreTask(task, hardware),
  references: (catalog, workload, prepared, floorsOf = chipFloors) =>
    referenceFigures(
      catalog,
      workload,
      workTotals(workload, prepared.tasks),
      demandedUnits(workload),
      floorsOf,
    ),
};

/** Units that the budget's price per unit refers to, all tasks and sites; null without such a budget. */
function demandedUnits(workload: Workload): number | null {
  const { perUnit, horizonSeconds } = workload.budget;
  if (!perUnit) return null;
  return workload.tasks.reduce((sum, task) => {
    const demand = task.kind === "inference" ? arrivalsPerSecond(task, 1, 0) : 0;
    return sum + (unitsOfWork(task, perUnit.unit, demand, horizonSeconds) ?? 0) * workload.sites;
  }, 0);
}
