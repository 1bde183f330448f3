import type { Criterion } from "./criterion.ts";

export const scalability: Criterion = {
  id: "scalability",
  title: "Scalability",
  unit: "× proportional cost",
  description:
    "Cost at the growth target over cost now, relative to the growth factor: 1 is growth at proportional cost. Best: half of that (the plan has room to grow). Worst: twice that, or no plan that reaches the target. Equal factors are worth the same.",
  direction: "min",
  scale: "log",
  why: "A ratio of costs: half and double are equally far from proportional growth.",
  notApplicable: ({ workload }) =>
    workload.scalability.growthFactor === 1 ? "The workload names no growth." : null,
  range: () => ({ worst: 2, best: 0.5 }),
  measure({ plan, growth }, { workload }) {
    if (growth === null || !growth.ok) {
      const missed = growth?.limits.find(({ pass }) => !pass);
      return {
        value: null,
        notes: [
          `No plan reaches ${workload.scalability.growthFactor} times the demand${missed === undefined ? "." : `: ${missed.message}`}`,
        ],
      };
    }
    const costRatio = growth.plan.cost.totalUsd / plan.cost.totalUsd;
    return {
      value: costRatio / workload.scalability.growthFactor,
      notes: [
        `${workload.scalability.growthFactor} times the demand takes ${growth.plan.chips} chips instead of ${plan.chips}, ${Number(costRatio.toPrecision(3))} times the cost.`,
      ],
    };
  },
};
