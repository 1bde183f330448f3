import type { ExploredTask } from "./plan-task.ts";
import type { TaskOption, Way } from "./task-option.ts";

/** The same ways, each sized once for a demand: prices and budgets change which is chosen, not what they can do. */
export function rememberSizing(explored: ExploredTask): ExploredTask {
  return { ...explored, ways: explored.ways.map(remembered) };
}

function remembered(way: Way): Way {
  const fewest = new Map<number, number>();
  const sizes = new Map<string, TaskOption | null>();
  return {
    leastChips: way.leastChips,
    fewestChips: (factor) => kept(fewest, factor, () => way.fewestChips(factor)),
    size: (factor, mostChips) =>
      kept(sizes, `${factor}/${mostChips}`, () => rememberedOption(way.size(factor, mostChips))),
  };
}

function rememberedOption(option: TaskOption | null): TaskOption | null {
  if (option === null) return null;
  const slower = new Map<number, TaskOption | null>();
  let settled: ReturnType<TaskOption["settle"]> | null = null;
  return {
    ...option,
    atClock: (fraction) => kept(slower, fraction, () => rememberedOption(option.atClock(fraction))),
    settle: () => (settled ??= option.settle()),
  };
}

function kept<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = make();
  known.set(key, value);
  return value;
}
