import type { ExploredTask } from "./plan-task.ts";
import type { TaskOption, Way } from "./task-option.ts";

/** The same ways, each sized once for a demand: prices and budgets change which is chosen, not what they can do. */
export function rememberSizing(explored: ExploredTask): ExploredTask {
  return { ...explored, ways: explored.ways.map(remembered) };
}

function remembered(way: Way): Way {
  const fewest = new Map<number, number>();
  const sizes = new Map<number, TaskOption | null>();
  return {
    fewestChips: (factor) => kept(fewest, factor, () => way.fewestChips(factor)),
    size: (factor) =>
      kept(sizes, factor, () => {
        const option = way.size(factor);
        return option && settledOnce(option);
      }),
  };
}

function settledOnce(option: TaskOption): TaskOption {
  let settled: ReturnType<TaskOption["settle"]> | null = null;
  return { ...option, settle: () => (settled ??= option.settle()) };
}

function kept<T>(known: Map<number, T>, factor: number, make: () => T): T {
  const found = known.get(factor);
  if (found !== undefined) return found;
  const value = make();
  known.set(factor, value);
  return value;
}
