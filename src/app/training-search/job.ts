import type { Model } from "../../catalog/types.ts";
import type { Device } from "../../simulation/device.ts";
import type { Formats } from "../../simulation/formats.ts";
import type { TrainingSetup } from "../../simulation/training.ts";
import type { SpaceLimits } from "../../planner/training/space.ts";
import { trainingWalk, type TrainingWalk } from "../../planner/training/walk.ts";
import { lowerTraining } from "../../workload/training-program.ts";

/** A search as plain data, which another thread can be handed. */
export interface SearchJob {
  model: Model;
  device: Device;
  formats: Formats;
  sequence: number;
  globalBatch: number;
  trainableShare: number;
  fixed: SpaceLimits;
  /** How many of the quickest layouts are kept. */
  top: number;
}

/** What the threads of a search share: the next chunk that nobody has taken, and how many are done. */
export interface SharedCounters {
  next: Int32Array;
  done: Int32Array;
}

function jobSetup({ model, ...job }: SearchJob): TrainingSetup {
  const { device, formats, sequence, globalBatch, trainableShare } = job;
  const program = lowerTraining(model);
  return { program, device, formats, sequence, globalBatch, trainableShare };
}

export const jobWalk = (job: SearchJob): TrainingWalk => trainingWalk(jobSetup(job), job.fixed);
