import type { Task } from "../workload-types.ts";

/** Work that ends, a training run or a fixed volume: what is rented for it goes back then. */
export function isJob(task: Task): boolean {
  return task.kind !== "inference" || task.load.kind === "volume";
}
