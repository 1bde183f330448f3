import { cost } from "./cost.ts";
import type { Criterion } from "./criterion.ts";

export const capital: Criterion = {
  id: "capital",
  title: "Capital",
  unit: "USD",
  description:
    "Money that is paid at the start, all sites. Best: nothing, as for rented hardware. Worst: the budget's capital, or the worst cost where the budget names none. Equal amounts are worth the same. The cost charges the same money over the horizon: a weight here says that money now is dearer than interest.",
  direction: "min",
  scale: "linear",
  why: "Capital is rationed in dollars: each one taken is missing elsewhere.",
  notApplicable: ({ workload }) =>
    workload.place === "cloud" || workload.budget.ownership === "rent"
      ? "Everything is rented."
      : null,
  range(context) {
    return { best: 0, worst: context.workload.budget.capitalUsd ?? cost.range(context).worst };
  },
  measure: ({ plan }) => ({
    value: plan.cost.capitalUsd,
    notes: plan.ownership === "rent" ? ["Rented: nothing is paid at the start."] : [],
  }),
};
