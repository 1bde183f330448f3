import { JOULES_PER_KILOWATT_HOUR } from "../../economics/calendar.ts";
import type { Criterion } from "./criterion.ts";

/** As for cost: three decades between the bare work on the best chip and the worst that counts. */
const DECADES_FACTOR = 1000;

export const energy: Criterion = {
  id: "energy",
  title: "Energy",
  unit: "kWh",
  description:
    "Electricity over the horizon, all sites, facility included. Best: the bare work on the chip of the catalogue that needs least energy for an operation, always busy. Worst: 1000 times that. Equal factors are worth the same. Its price is in the cost already; this criterion stands for carbon and for the grid.",
  direction: "min",
  scale: "log",
  why: "Candidates differ by orders of magnitude, from a microcontroller to a rack; what counts is by which factor.",
  notApplicable: ({ references }) =>
    (references.idealEnergyKilowattHours ?? 0) > 0
      ? null
      : "No chip of the catalogue with a known power can do this work, so there is nothing to measure against.",
  range({ references }) {
    const best = references.idealEnergyKilowattHours ?? 1;
    return { best, worst: best * DECADES_FACTOR };
  },
  measure: ({ plan }) => ({
    value: plan.energyJoulesOverHorizon / JOULES_PER_KILOWATT_HOUR,
    notes: [],
  }),
};
