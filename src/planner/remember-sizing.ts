import type { ExploredTask } from "./plan-task.ts";
import type { Size, TaskOption, Way } from "./task-option.ts";

/** The same ways, each sized once for a demand: prices and budgets change which is chosen, not what they can do. */
export function rememberSizing(explored: ExploredTask): ExploredTask {
  return { ...explored, ways: explored.ways.map(remembered) };
}

function remembered(way: Way): Way {
  const least = new Map<number, Size>();
  const sizes = new Map<string, TaskOption | null>();
  return {
    leastChips: way.leastChips,
    get leastMiss() {
      return way.leastMiss;
    },
    least: (factor) => kept(least, factor, () => way.least(factor)),
    size: (factor, most) =>
      kept(sizes, `${factor}/${most.chips}/${most.chipShare}`, () =>
        rememberedOption(way.size(factor, most)),
      ),
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
