import type { Catalog } from "../catalog/types.ts";
import type { referencePart } from "../decision/reference-figures.ts";
import type { Workload } from "../input/workload-types.ts";
import type { CandidateHardware } from "../planner/candidate.ts";
import { exploreTask, type ExploredTask } from "../planner/plan-task.ts";
import type { PreparedTask } from "../planner/prepare-task.ts";
import { scaleOf, type Scale } from "./judge.ts";
import { prepareWorkload, type PreparedWorkload } from "./resolve-models.ts";

/** The costly steps of an evaluation. Pure functions, so that whoever evaluates often may remember their values. */
export interface EvaluationSteps {
  /** @throws ModelError when a task's model cannot be found or read */
  prepare(this: void, workload: Workload, catalog: Catalog): PreparedWorkload;
  explore(this: void, task: PreparedTask, hardware: CandidateHardware): ExploredTask;
  /** @param partOf share of one chip in the ranges of the criteria */
  scale(
    this: void,
    workload: Workload,
    catalog: Catalog,
    prepared: PreparedWorkload,
    partOf?: typeof referencePart,
  ): Scale;
}

/** Every step computed anew. */
export const PLAIN_STEPS: EvaluationSteps = {
  prepare: prepareWorkload,
  explore: (task, hardware) => exploreTask(task, hardware),
  scale: scaleOf,
};
