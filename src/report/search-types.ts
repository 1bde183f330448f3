import type { PrecisionPlan, TaskPlan, TrainingSchedule } from "../planner/types.ts";

/** Every layout of a training task on one chip: `chipselect simulate WORKLOAD --chip ID --search`. All figures in SI units. */
export interface SearchResult {
  schemaVersion: 1;
  tool: { name: "chipselect"; version: string };
  workload: { name: string };
  chip: { id: string; name: string };
  task: { id: string; model: string };
  /** Chips of the layouts looked at. */
  chips: { from: number; to: number };
  /** One for each number format and stack in which the chip may train. */
  searches: readonly FormatSearch[];
  warnings: readonly string[];
}

export interface FormatSearch {
  stackId: string;
  precision: PrecisionPlan;
  /** Legal configurations: those costed, and those placed otherwise at the same cost as one of them. */
  legal: number;
  costed: number;
  /** Those costed that fit a chip's memory. */
  fitting: number;
  /** The quickest splits, each with its best schedule. */
  best: readonly SearchedLayout[];
  /** Layouts that no other beats in chips and in time at once. */
  front: readonly SearchedLayout[];
  rejected: readonly Rejected[];
}

export interface SearchedLayout
  extends TrainingSchedule, Pick<TaskPlan, "zeroStage" | "recompute"> {
  chips: number;
  tensorParallel: number;
  pipelineParallel: number;
  dataParallel: number;
  expertParallel: number;
  contextParallel: number;
  microBatch: number;
  microBatches: number;
  stepSeconds: number;
  trainingSeconds: number;
  meetsDeadline: boolean;
  utilisation: number;
  memoryBytesPerChip: number;
}

/** What does not exist or does not fit, by reason; `counted` says what one of `count` is. */
export interface Rejected {
  id: string;
  reason: string;
  counted: string;
  count: number;
}

/** What the planner looked at for one plan of `explain`: most of the space falls to bounds. */
export interface PlanSearch {
  taskId: string;
  stackId: string;
  precision: PrecisionPlan;
  costed: number;
  fitting: number;
  /** What bounds cut off, by the level of the search. */
  pruned: { batches: number; pipelines: number; layouts: number; configurations: number };
  rejected: readonly Rejected[];
}
