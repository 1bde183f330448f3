import type { LatencyLimits, Task } from "../../../input/workload-types.ts";
import type { Input, Situation } from "../input.ts";

const LIMITS = [
  ["timeToFirstToken", "time to first token"],
  ["timePerOutputToken", "time per output token"],
  ["endToEnd", "end-to-end time"],
] as const satisfies readonly (readonly [keyof LatencyLimits, string])[];

/** Every latency limit of every task, each by itself. */
export function latencyLimitInputs({ workload, catalog }: Situation): readonly Input[] {
  return workload.tasks.flatMap((task, index) =>
    LIMITS.flatMap(([limit, words]): Input[] => {
      const set = task.kind === "inference" ? task.latency[limit] : null;
      if (set === null) return [];
      return [
        {
          input: "latency-limit",
          path: `demand.tasks[${index}].latency.${limit}`,
          unit: "s",
          now: set.limitSeconds,
          chip: null,
          noun: `limit on the ${words}`,
          of: `task ${task.id}`,
          lowest: 0.1,
          highest: 10,
          at: (limitSeconds) => ({
            catalog,
            workload: {
              ...workload,
              tasks: workload.tasks.map((each) =>
                each === task ? withLimit(each, limit, limitSeconds) : each,
              ),
            },
          }),
        },
      ];
    }),
  );
}

function withLimit(task: Task, limit: keyof LatencyLimits, limitSeconds: number): Task {
  if (task.kind !== "inference") return task;
  const percentile = task.latency[limit]?.percentile ?? null;
  return { ...task, latency: { ...task.latency, [limit]: { limitSeconds, percentile } } };
}
