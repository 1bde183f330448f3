import type { Criterion } from "./criterion.ts";

export const performance: Criterion = {
  id: "performance",
  title: "Performance headroom",
  unit: "× demand",
  description:
    "Capacity of the plan over the demand, least over the tasks. Worst: 1, the demand exactly met. Best: 2, twice the demand; more than that is worth nothing.",
  direction: "max",
  scale: "linear",
  why: "Room for peaks is used in proportion, up to twice the demand; beyond that nobody uses it, so it saturates there.",
  range: () => ({ worst: 1, best: 2 }),
  measure({ plan }) {
    const headrooms = plan.tasks
      .filter(({ metrics }) => metrics.demandPerSecond > 0)
      .map(({ taskId, metrics }) => ({
        taskId,
        headroom: metrics.capacityPerSecond / metrics.demandPerSecond,
      }));
    const [first, ...rest] = headrooms;
    if (first === undefined)
      return { value: null, notes: ["No task has a demand to compare with."] };
    const least = rest.reduce((low, next) => (next.headroom < low.headroom ? next : low), first);
    return {
      value: least.headroom,
      notes: rest.length === 0 ? [] : [`Task ${least.taskId} has the least headroom.`],
    };
  },
};
