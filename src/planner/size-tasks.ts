import { CLOCK_FRACTIONS } from "../simulation/clock.ts";
import { idleWatts } from "../simulation/power.ts";
import type { CandidateHardware } from "./candidate.ts";
import { holds } from "./limits.ts";
import { packTasks, type Packing, type PlannedTask } from "./pack-tasks.ts";
import { sizeTask, type ExploredTask } from "./plan-task.ts";
import type { PreparedTask } from "./prepare-task.ts";
import type { TaskOption, TaskOutcome } from "./task-option.ts";
import type { PlanningResult } from "./types.ts";

/** What a price depends on. These are kept for every chip, so they hold no more: a device brings its paces along. */
export type PricedTask = Pick<PlannedTask, "chips" | "plan"> & {
  /** Power of a chip that rests. */
  idleWatts: number;
};

/** How many chips the tasks take at a demand, or why they cannot be run; no price and no budget plays a part in it. */
export type SizedTasks =
  | { ok: false; failure: PlanningResult }
  | {
      ok: true;
      demandFactor: number;
      prepared: readonly PreparedTask[];
      /** The tasks and how they share chips, at the nominal clock first and at each other one that may be. */
      clocks: readonly { tasks: readonly PricedTask[]; packing: Packing }[];
    };

export function sizeExplored(
  explored: readonly ExploredTask[],
  system: CandidateHardware["system"],
  demandFactor: number,
  clockScaling: boolean,
): SizedTasks {
  const outcomes = explored.map((task) => sizeTask(task, demandFactor));
  const options = outcomes.map((outcome) => outcome.feasible ?? outcome.nearestMiss);
  const limits = outcomes.flatMap((outcome) => outcome.failure);
  const chosen = options.filter((option) => option !== null);
  if (chosen.length < explored.length) {
    const failure = { ok: false, plan: null, limits, boundBy: firstBound(outcomes) } as const;
    return { ok: false, failure };
  }
  const prepared = explored.map((task) => task.prepared);
  const clocks = [...atClocks(chosen, clockScaling)].map((tasks) => ({
    tasks: tasks.map(({ device, chips, plan }) => ({ idleWatts: idleWatts(device), chips, plan })),
    packing: packTasks(tasks, system),
  }));
  return { ok: true, demandFactor, prepared, clocks };
}

/**
 * The options at the nominal clock and, where the workload lets chips run slower, at each lower one that keeps their limits. Tasks share
 * chips, so they share the clock. Which one is cheapest, energy and the time that a run takes included, the price tells.
 */
function* atClocks(
  options: readonly TaskOption[],
  clockScaling: boolean,
): Generator<readonly PlannedTask[]> {
  yield options.map(settled);
  if (!clockScaling || options.some(({ device }) => device.clockFraction < 1)) return;
  for (const fraction of CLOCK_FRACTIONS) {
    const slower = options.flatMap((option) => option.atClock(fraction) ?? []);
    if (slower.length < options.length) return;
    const planned = slower.map(settled);
    if (planned.every(({ limits }) => limits.every(holds))) yield planned;
  }
}

/** Field by field: `settle` holds the whole search. */
function settled(option: TaskOption): PlannedTask {
  const { plan, limits } = option.settle();
  const { device, chips, turnSeconds } = option;
  return {
    device,
    chips,
    turnSeconds,
    plan,
    limits,
  };
}

const firstBound = (outcomes: readonly TaskOutcome[]) =>
  outcomes.find((outcome) => outcome.boundBy !== null)?.boundBy ?? null;
