import type { System } from "../catalog/types.ts";
import { idleWatts } from "../simulation/power.ts";
import { describeLimit } from "./describe-limit.ts";
import { fewestReplicas, REPLICA_FACTORS } from "./fewest-replicas.ts";
import { failed, holds, type FigureLimit } from "./limits.ts";
import type { TaskOption } from "./task-option.ts";
import type { LimitCheck, TaskPlan } from "./types.ts";

/** The chosen option of a task, with its plan in full. */
export type PlannedTask = Pick<TaskOption, "device" | "chips" | "turnSeconds"> & {
  plan: TaskPlan;
  limits: readonly FigureLimit[];
};

/** How the tasks of one site share its chips. */
export interface Packing {
  chips: number;
  /** True when tasks take turns on the same chips. */
  shared: boolean;
  /** Mean power of a shared chip. */
  wattsPerChip: number;
  /** Limits of the tasks, with the others in the way where chips are shared, and of the sharing itself. */
  limits: readonly LimitCheck[];
}

/** A shared chip is not planned fuller than this: tasks that take turns wait for each other. */
const HIGHEST_SHARED_LOAD = 0.85;

/**
 * Tasks that each need less than a chip take turns on the same chips when their models fit side by side and every latency
 * limit still holds with the others in the way. Otherwise each
 * task has chips of its own. On a single board there is nothing to add: there the tasks must share.
 */
export function packTasks(options: readonly PlannedTask[], system: System): Packing {
  const apart = options.reduce((sum, option) => sum + option.chips, 0);
  const separately = (): Packing => ({
    chips: apart,
    shared: false,
    wattsPerChip: 0,
    limits: options.flatMap((option) => option.limits.map(describeLimit)),
  });
  if (options.length === 1) return separately();
  const together = fewestShared(options, apart);
  if (together) return together;
  const largest = system.scaleOut ? Number.POSITIVE_INFINITY : system.chipsPerNode;
  const separate = separately();
  if (apart <= largest) return separate;
  const message = `The tasks need ${apart} chips and do not fit together on ${largest} (the most that ${system.name} carries).`;
  const sharing = failed("sharing", "Tasks side by side", message);
  return { ...separate, limits: [...separate.limits, sharing] };
}

/** The fewest chips that the tasks can share, fewer than `apart`, which they need when each has its own; null where there are none. */
function fewestShared(options: readonly PlannedTask[], apart: number): Packing | null {
  if (options.some(({ plan }) => plan.chipsPerReplica > 1 || plan.prefillPool)) return null;
  const bytes = options.reduce((sum, option) => sum + option.plan.metrics.memoryBytesPerChip, 0);
  if (bytes > Math.min(...options.map((option) => option.device.usableMemoryBytes))) return null;
  const load = options.reduce((sum, option) => sum + option.plan.chipShare, 0);
  const needed = Math.max(1, Math.ceil(load / HIGHEST_SHARED_LOAD));
  if (needed >= apart) return null;
  // More chips stretch latencies less.
  const passes = (chips: number): boolean => share(options, load, chips) !== null;
  const chips = fewestReplicas(needed, REPLICA_FACTORS, passes, apart - 1);
  return chips === null ? null : share(options, load, chips);
}

/** The tasks on `chips` chips, `load` of which they keep busy; null where that breaks a limit. */
function share(options: readonly PlannedTask[], load: number, chips: number): Packing | null {
  const [first] = options;
  if (!first) return null;
  const limits: FigureLimit[] = [];
  for (const option of options) {
    const others = options.filter((other) => other !== option);
    const othersLoad = (load - option.plan.chipShare) / chips;
    for (const limit of option.limits) {
      const stretched = beside(limit, othersLoad, turnsOf(others));
      // A limit that the task misses by itself is reported as it is; one that only sharing breaks forbids sharing.
      if (holds(limit) && !holds(stretched)) return null;
      limits.push(stretched);
    }
  }
  const idle = idleWatts(first.device);
  const watts = options.reduce((sum, option) => {
    const busy = (option.plan.metrics.wattsPerChip - idle) * option.chips;
    return sum + busy;
  }, idle * chips);
  return {
    chips,
    shared: true,
    wattsPerChip: watts / chips,
    limits: limits.map(describeLimit),
  };
}

/** Time of one turn of each of the others, when all of them come in step; null when some come at random. */
function turnsOf(others: readonly PlannedTask[]): number | null {
  return others.reduce<number | null>(
    (sum, { turnSeconds }) => (sum === null || turnSeconds === null ? null : sum + turnSeconds),
    0,
  );
}

/**
 * A latency with other tasks on the same chip. Sharing the processor stretches time by 1 / (1 − load of the others); tasks that
 * come in step wait at worst one turn of each other, whichever is less.
 */
function beside(limit: FigureLimit, othersLoad: number, turnSeconds: number | null): FigureLimit {
  if (limit.unit !== "s" || othersLoad === 0) return limit;
  const stretched = limit.value / (1 - Math.min(0.99, othersLoad));
  const inTurn = turnSeconds === null ? stretched : limit.value + turnSeconds;
  const { id, taskId, rule, unit, dimension } = limit;
  return {
    id,
    taskId,
    what: `${limit.what} beside the other tasks`,
    rule,
    value: Math.min(stretched, inTurn),
    limit: limit.limit,
    unit,
    dimension,
  };
}
