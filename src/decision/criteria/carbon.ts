import { energy } from "./energy.ts";
import type { Criterion, CriterionContext } from "./criterion.ts";

export const carbon: Criterion = {
  id: "carbon",
  title: "Carbon",
  unit: "kg CO2e",
  description:
    "Emissions of the electricity over the horizon, all sites, facility included: energy times what a kilowatt-hour of the grid emits where it is used (budget.grid or budget.carbonIntensity; the world's mix without either). Best and Worst: those of the energy, times the same figure. Equal factors are worth the same. Making the chips is left out, because die areas are known for a third of the catalogue and nobody publishes a figure for HBM. With one grid for all candidates it says the same as energy: weigh one of the two.",
  scale: "log",
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
    const { carbonGramsPerKilowattHour, carbonSource } = context.workload.budget;
    return {
      value: value === null ? null : value * intensity(context),
      notes: [`At ${carbonGramsPerKilowattHour} g/kWh (${carbonSource ?? "no source"}).`],
    };
  },
};

/** Kilograms per kilowatt-hour; 0 when nobody says. */
function intensity({ workload }: CriterionContext): number {
  return (workload.budget.carbonGramsPerKilowattHour ?? 0) / 1000;
}
