import type { LatencyLimits, Workload } from "../../input/workload-types.ts";

/** A workload with another value of one limit. */
export type Relaxer = (workload: Workload, value: number) => Workload;

/** The value as a workload file can state it: part of a chip cannot be allowed. */
export const statable = (id: string, value: number): number =>
  id === MAX_CHIPS ? Math.ceil(value - 1e-6) : value;

const MAX_CHIPS = "max-chips";

/** How the limit of an id is set; null for one that no clause sets or that cannot be given in figures. */
export function relaxerOf(id: string, { tasks }: Workload): Relaxer | null {
  const whole = OF_WORKLOAD[id];
  if (whole !== undefined) return whole;
  const index = tasks.findIndex((task) => id.startsWith(`${task.id}.`));
  const task = tasks[index];
  const key = task === undefined ? undefined : OF_TASK[id.slice(task.id.length + 1)];
  if (key === undefined) return null;
  return (workload, seconds) => ({
    ...workload,
    tasks: workload.tasks.map((each, position) => {
      if (position !== index) return each;
      if (each.kind !== "inference") return { ...each, deadlineSeconds: seconds };
      if (key === "deadline") return each;
      const percentile = each.latency[key]?.percentile ?? null;
      return {
        ...each,
        latency: { ...each.latency, [key]: { limitSeconds: seconds, percentile } },
      };
    }),
  });
}

const OF_TASK: Readonly<Record<string, keyof LatencyLimits | "deadline">> = {
  "time-to-first-token": "timeToFirstToken",
  "time-per-output-token": "timePerOutputToken",
  "end-to-end": "endToEnd",
  deadline: "deadline",
};

const OF_WORKLOAD: Readonly<Record<string, Relaxer>> = {
  capital: (workload, capitalUsd) => withBudget(workload, { capitalUsd }),
  monthly: (workload, monthlyUsd) => withBudget(workload, { monthlyUsd }),
  power: (workload, powerWatts) => withBudget(workload, { powerWatts }),
  "per-unit": (workload, usd) => {
    const { perUnit } = workload.budget;
    return withBudget(workload, { perUnit: perUnit && { ...perUnit, usd } });
  },
  [MAX_CHIPS]: (workload, chips) => ({
    ...workload,
    scalability: { ...workload.scalability, maxChips: statable(MAX_CHIPS, chips) },
  }),
};

function withBudget(workload: Workload, changed: Partial<Workload["budget"]>): Workload {
  return { ...workload, budget: { ...workload.budget, ...changed } };
}
