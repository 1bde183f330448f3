import type { Device } from "../simulation/device.ts";
import type { StepTime } from "../simulation/step-time.ts";
import { holds, relativeMiss, type FigureLimit } from "./limits.ts";
import type { Bound, LimitCheck, TaskPlan } from "./types.ts";

/** A way to run one task on one kind of chip at one site, with what the choice among the ways needs to know. */
export interface TaskOption {
  device: Device;
  /** Whole chips when the task has them to itself. */
  chips: number;
  /** Chips of time that the task takes; less than `chips` where it leaves room for others. */
  chipShare: number;
  wattsPerChip: number;
  /** Longest time that the task keeps a chip without a break, when its work comes in step (frames); null when it comes at random. */
  turnSeconds: number | null;
  limits: readonly FigureLimit[];
  /** The plan in full; asked for once, of the best option. */
  plan(): TaskPlan;
}

/** The best option, or the nearest miss with the limits it misses. */
export interface TaskOutcome {
  feasible: TaskOption | null;
  nearestMiss: TaskOption | null;
  /** Limits missed when there is not even a nearest miss (no format, does not fit). */
  failure: readonly LimitCheck[];
  boundBy: Bound | null;
}

/** Fewer chips first, then less of a chip's time, then less power: on one kind of chip that is the order of cost. */
export function cheaper(a: TaskOption, b: TaskOption): boolean {
  if (a.chips !== b.chips) return a.chips < b.chips;
  if (a.chipShare !== b.chipShare) return a.chipShare < b.chipShare;
  return a.wattsPerChip < b.wattsPerChip;
}

/** What takes most of the time; a batch that memory cut short is bound by capacity. */
export function boundOf(mixture: StepTime, batchCutByMemory: boolean): Bound {
  const { computeBoundSeconds, memoryBoundSeconds, networkSeconds, overheadSeconds } = mixture;
  const largest = Math.max(
    computeBoundSeconds,
    memoryBoundSeconds,
    networkSeconds,
    overheadSeconds,
  );
  if (largest === computeBoundSeconds) return "compute";
  if (largest === memoryBoundSeconds) {
    return batchCutByMemory ? "memory-capacity" : "memory-bandwidth";
  }
  return largest === networkSeconds ? "network" : "latency";
}

/** Keeps the best of what it is shown. */
export function collect(options: Iterable<TaskOption>): Omit<TaskOutcome, "failure" | "boundBy"> {
  let feasible: TaskOption | null = null;
  let nearestMiss: TaskOption | null = null;
  let smallestMiss = Number.POSITIVE_INFINITY;
  for (const option of options) {
    if (option.limits.every(holds)) {
      if (!feasible || cheaper(option, feasible)) feasible = option;
    } else if (!feasible) {
      const miss = option.limits.reduce(
        (sum, limit) => sum + (holds(limit) ? 0 : 1 + relativeMiss(limit)),
        0,
      );
      if (miss < smallestMiss) {
        smallestMiss = miss;
        nearestMiss = option;
      }
    }
  }
  return { feasible, nearestMiss };
}
