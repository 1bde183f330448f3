import { energy } from "./energy.ts";
import type { Criterion, CriterionContext } from "./criterion.ts";

export const carbon: Criterion = {
  id: "carbon",
  title: "Carbon",
  unit: "kg CO2e",
  description:
    "Emissions of the electricity over the horizon, all sites, facility included: energy times what a kilowatt-hour emits (budget.grid or budget.carbonIntensity, else the world's mix). Best and Worst: those of the energy, times the same figure. Equal factors are worth the same. Making the chips is left out: two thirds of the catalogue's die areas are unknown, and so is HBM. It says the same as energy: weigh one of the two.",
  direction: "min",
  scale: "log",
  why: "As for the energy: candidates differ by orders of magnitude.",
  notApplicable: (context) =>
    energy.notApplicable?.(context) ??
    (intensity(context) > 0 ? null : "No emissions of the electricity are known."),
  range(context) {
    const { best, worst } = energy.range(context);
    const perKilowattHour = intensity(context);
    return { best: best * perKilowattHour, worst: worst * perKilowattHour };
  },
  measure(candidate, context) {
    const { value } = energy.measure(candidate, context);
    const { carbonGramsPerKilowattHour } = context.workload.budget;
    return {
      value: value === null ? null : value * intensity(context),
      notes: [`At ${carbonGramsPerKilowattHour} g/kWh.`],
    };
  },
};

/** Kilograms per kilowatt-hour; 0 when nobody says. */
function intensity({ workload }: CriterionContext): number {
  return (workload.budget.carbonGramsPerKilowattHour ?? 0) / 1000;
}
