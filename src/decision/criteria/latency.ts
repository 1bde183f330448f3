import type { InferenceTask, Task } from "../../input/workload-types.ts";
import type { TaskMetrics } from "../../planner/types.ts";
import type { Criterion } from "./criterion.ts";

/** Latency limits of a task with the metric that each is about. The planner gives the metric at the limit's percentile. */
const LIMITS = [
  { name: "time to first token", limit: "timeToFirstToken", metric: "timeToFirstTokenSeconds" },
  {
    name: "time per output token",
    limit: "timePerOutputToken",
    metric: "timePerOutputTokenSeconds",
  },
  { name: "end-to-end time", limit: "endToEnd", metric: "endToEndSeconds" },
] as const satisfies readonly {
  name: string;
  limit: keyof InferenceTask["latency"];
  metric: keyof TaskMetrics;
}[];

export const latency: Criterion = {
  id: "latency",
  title: "Latency",
  unit: "× limit",
  description:
    "Latency over its limit, worst over all limits of all tasks. Worst: 1, the limit just met. Best: a quarter of the limit; faster than that is worth nothing. Each halving is worth the same.",
  direction: "min",
  scale: "log",
  why: "People and control loops notice ratios of times (Weber's law); past a quarter of the limit nobody notices.",
  notApplicable: ({ workload }) =>
    workload.tasks.some((task) => limitsOf(task).length > 0)
      ? null
      : "No task sets a latency limit.",
  range: () => ({ worst: 1, best: 0.25 }),
  measure({ plan }, { workload }) {
    const shares = workload.tasks.flatMap((task) => {
      const metrics = plan.tasks.find(({ taskId }) => taskId === task.id)?.metrics;
      return limitsOf(task).map(({ name, limitSeconds, metric }) => ({
        name: `${name} of task ${task.id}`,
        share: (metrics?.[metric] ?? Number.NaN) / limitSeconds,
      }));
    });
    const unknown = shares.find(({ share }) => Number.isNaN(share));
    if (unknown !== undefined) return { value: null, notes: [`The ${unknown.name} is not known.`] };
    const worst = shares.reduce((slow, next) => (next.share > slow.share ? next : slow));
    return { value: worst.share, notes: [`The ${worst.name} is closest to its limit.`] };
  },
};

function limitsOf(task: Task) {
  if (task.kind !== "inference") return [];
  return LIMITS.flatMap(({ name, limit, metric }) => {
    const set = task.latency[limit];
    return set === null ? [] : [{ name, metric, limitSeconds: set.limitSeconds }];
  });
}
