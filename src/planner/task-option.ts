import type { Device } from "../simulation/device.ts";
import type { StepTime } from "../simulation/step-time.ts";
import type { Bound, LimitCheck, TaskPlan } from "./types.ts";

/** A way to run one task on one kind of chip at one site, with what the plan of the whole workload needs to know. */
export interface TaskOption {
  plan: TaskPlan;
  device: Device;
  /** Whole chips when the task has them to itself. */
  chips: number;
  /** One second of a saturated chip, and the share of time it is saturated. */
  mixture: StepTime;
  load: number;
  limits: readonly LimitCheck[];
}

/** The best option, or the nearest miss with the limits it misses. */
export interface TaskOutcome {
  feasible: TaskOption | null;
  nearestMiss: TaskOption | null;
  /** Limits missed when there is not even a nearest miss (no format, does not fit). */
  failure: readonly LimitCheck[];
  boundBy: Bound | null;
}

export const misses = (option: TaskOption): number =>
  option.limits.filter((limit) => !limit.pass).length;

/** Fewer chips first, then less power: on one kind of chip that is the order of cost. */
export function cheaper(a: TaskOption, b: TaskOption): boolean {
  const shareA = a.chips === 1 ? a.plan.chipShare : a.chips;
  const shareB = b.chips === 1 ? b.plan.chipShare : b.chips;
  if (a.chips !== b.chips) return a.chips < b.chips;
  if (shareA !== shareB) return shareA < shareB;
  return a.plan.metrics.wattsPerChip < b.plan.metrics.wattsPerChip;
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
  for (const option of options) {
    if (misses(option) === 0) {
      if (!feasible || cheaper(option, feasible)) feasible = option;
    } else if (!nearestMiss || shortfall(option) < shortfall(nearestMiss)) {
      nearestMiss = option;
    }
  }
  return { feasible, nearestMiss };
}

/** Sum of relative misses: how far an option is from passing. */
function shortfall(option: TaskOption): number {
  return option.limits.reduce((sum, limit) => {
    if (limit.pass) return sum;
    const scale = typeof limit.limit === "number" && limit.limit > 0 ? limit.limit : 1;
    return sum + 1 + Math.min(1e6, (limit.shortfall ?? scale) / scale);
  }, 0);
}
