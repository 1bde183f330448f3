import type { ExploredTask } from "./plan-task.ts";
import type { TaskOption, Way } from "./task-option.ts";

/** The same ways, each of which sizes and settles once for each demand: for callers that plan the same task again and again. */
export function rememberWays(explored: ExploredTask): ExploredTask {
  return { ...explored, ways: explored.ways.map(rememberWay) };
}

function rememberWay(way: Way): Way {
  const fewest = remembered((demandFactor: number) => way.fewestChips(demandFactor));
  const sized = remembered((demandFactor: number) =>
    remembered((mostChips: number) => {
      const option = way.size(demandFactor, mostChips);
      return option === null ? null : rememberOption(option);
    }),
  );
  return {
    leastChips: way.leastChips,
    fewestChips: fewest,
    size: (demandFactor, mostChips) => sized(demandFactor)(mostChips),
  };
}

function rememberOption(option: TaskOption): TaskOption {
  let settled: ReturnType<TaskOption["settle"]> | null = null;
  const slower = remembered((fraction: number) => {
    const same = option.atClock(fraction);
    return same === null ? null : rememberOption(same);
  });
  return { ...option, atClock: slower, settle: () => (settled ??= option.settle()) };
}

function remembered<T>(compute: (figure: number) => T): (figure: number) => T {
  const known = new Map<number, T>();
  return (figure) => {
    const found = known.get(figure);
    if (found !== undefined) return found;
    const value = compute(figure);
    known.set(figure, value);
    return value;
  };
}
