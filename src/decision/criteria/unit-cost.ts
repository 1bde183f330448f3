import { cost } from "./cost.ts";
import type { Criterion } from "./criterion.ts";

export const unitCost: Criterion = {
  id: "unit-cost",
  title: "Cost per unit of work",
  unit: "USD",
  description:
    "Money over the horizon for one unit of the work that is asked for (a million tokens, a request, a frame, a run). Best and Worst: those of the cost, divided by the units. Equal factors are worth the same. The units are the demand's, so that it says the same as the cost: weigh one of the two.",
  direction: "min",
  scale: "log",
  why: "As for the cost: prices are compared by factors.",
  notApplicable: ({ references }) =>
    (references.workUnits ?? 0) > 0
      ? null
      : "The tasks have no unit of work in common that the demand counts.",
  range(context) {
    const { best, worst } = cost.range(context);
    const units = context.references.workUnits ?? 1;
    return { best: best / units, worst: worst / units };
  },
  measure({ plan }) {
    const { perUnit } = plan.cost;
    return perUnit === null
      ? { value: null, notes: ["The plan's work is not counted in units."] }
      : { value: perUnit.usd, notes: [`The unit is one ${perUnit.unit.replace("-", " ")}.`] };
  },
};
