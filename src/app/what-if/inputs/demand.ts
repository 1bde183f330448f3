import type { InferenceLoad, Task } from "../../../input/workload-types.ts";
import type { Input, Situation } from "../input.ts";

/**
 * The demand: of the only task in its own unit, of several tasks together as a factor on all of them, because tasks of one product
 * grow together.
 */
export function demandInputs({ workload, catalog }: Situation): readonly Input[] {
  const [task, ...others] = workload.tasks;
  if (task === undefined) return [];
  const single = others.length === 0 ? sizeOf(task) : { value: 1, unit: "", path: "demand.tasks" };
  return [
    {
      input: "demand",
      path: single.path,
      unit: single.unit,
      now: single.value,
      chip: null,
      noun: "demand",
      of: others.length === 0 ? null : "all tasks together",
      lowest: 0.1,
      highest: 10,
      at: (value) => ({
        catalog,
        workload: {
          ...workload,
          tasks: workload.tasks.map((each) => scaled(each, value / single.value)),
        },
      }),
    },
  ];
}

function sizeOf(task: Task): { value: number; unit: string; path: string } {
  const at = "demand.tasks[0]";
  if (task.kind !== "inference") {
    return { value: task.totalTokens, unit: "tokens", path: `${at}.tokens` };
  }
  const { load } = task;
  switch (load.kind) {
    case "rate":
      return { value: load.requestsPerSecond, unit: "requests/s", path: `${at}.rate` };
    case "users":
      return { value: load.concurrentUsers, unit: "users", path: `${at}.users.concurrent` };
    case "frames":
      return { value: load.framesPerSecond, unit: "frames/s", path: `${at}.frames.rate` };
    case "volume":
      return { value: load.requests, unit: "requests", path: `${at}.volume.requests` };
    default:
      return load satisfies never;
  }
}

function scaled(task: Task, factor: number): Task {
  return task.kind === "inference"
    ? { ...task, load: scaledLoad(task.load, factor) }
    : { ...task, totalTokens: task.totalTokens * factor };
}

function scaledLoad(load: InferenceLoad, factor: number): InferenceLoad {
  switch (load.kind) {
    case "rate":
      return { ...load, requestsPerSecond: load.requestsPerSecond * factor };
    case "users":
      return { ...load, concurrentUsers: load.concurrentUsers * factor };
    case "frames":
      // Streams are whole cameras; their rate may be any.
      return { ...load, framesPerSecond: load.framesPerSecond * factor };
    case "volume":
      return { ...load, requests: load.requests * factor };
    default:
      return load satisfies never;
  }
}
