import type { InferenceTask } from "../../input/workload-types.ts";
import type { OneShotPoint, OneShotSetup } from "../../simulation/one-shot.ts";
import type { FormatOption } from "../format-options.ts";
import type { TaskPlanHead } from "../task-plan.ts";

/** A batch size on a layout, waiting for its number of replicas. */
export interface OneShotServing {
  task: InferenceTask;
  setup: OneShotSetup;
  point: OneShotPoint;
  option: FormatOption;
  head: TaskPlanHead;
  demand: number;
  demandFactor: number;
}

/** A request of several samples takes its batches one after the other. */
export const batchesSeconds = (setup: OneShotSetup, point: OneShotPoint): number =>
  point.seconds * Math.ceil(setup.samplesPerRequest / point.batch);
