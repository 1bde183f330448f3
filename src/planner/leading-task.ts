import type { Plan, TaskPlan } from "./types.ts";

/** The task that takes most chips stands for the plan in summary columns; every task is listed beside it. */
export function leadingTask(plan: Pick<Plan, "tasks">): TaskPlan {
  const [first, ...rest] = plan.tasks;
  if (!first) throw new Error("a plan without tasks");
  return rest.reduce((top, task) => (task.chipShare > top.chipShare ? task : top), first);
}
