import type { ExploredTask } from "./plan-task.ts";
import type { TaskOption, Way } from "./task-option.ts";

/** The same ways, each of which sizes and settles once for each demand: for callers that plan the same task again and again. */
export function rememberWays(explored: ExploredTask): ExploredTask {
  return { ...explored, ways: explored.ways.map(rememberWay) };
}

function rememberWay(way: Way): Way {
  const fewest = remembered((demandFactor: number) => way.fewestChips(demandFactor));
  const sized = remembered((demandFactor: number) => {
    const option = way.size(demandFactor);
    return option === null ? null : rememberSettled(option);
  });
  return { fewestChips: fewest, size: sized };
}

function rememberSettled(option: TaskOption): TaskOption {
  let settled: ReturnType<TaskOption["settle"]> | null = null;
  return { ...option, settle: () => (settled ??= option.settle()) };
}

function remembered<T>(compute: (demandFactor: number) => T): (demandFactor: number) => T {
  const known = new Map<number, T>();
  return (demandFactor) => {
    const found = known.get(demandFactor);
    if (found !== undefined) return found;
    const value = compute(demandFactor);
    known.set(demandFactor, value);
    return value;
  };
}
