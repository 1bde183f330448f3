import type { Model } from "../../catalog/types.ts";
import type { TrainingSetup } from "../../simulation/training.ts";
import type { SpaceLimits } from "../../planner/training/space.ts";
import { trainingWalk, type TrainingWalk } from "../../planner/training/walk.ts";
import { lowerTraining } from "../../workload/training-program.ts";

/** A search as plain data, which another thread can be handed. */
export interface SearchJob extends Omit<TrainingSetup, "program"> {
  model: Model;
  fixed: SpaceLimits;
  /** How many of the quickest layouts are kept. */
  top: number;
}

/** What the threads of a search share: the next chunk that nobody has taken, and how many are done. */
export interface SharedCounters {
  next: Int32Array;
  done: Int32Array;
}

export const jobWalk = ({ model, fixed, ...setup }: SearchJob): TrainingWalk =>
  trainingWalk({ ...setup, program: lowerTraining(model) }, fixed);
