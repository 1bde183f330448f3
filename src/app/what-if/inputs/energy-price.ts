import type { Input, Situation } from "../input.ts";

/** What a kilowatt-hour costs; rents contain it, so that it moves nothing where everything is rented. */
export function energyPriceInputs({ workload, catalog }: Situation): readonly Input[] {
  const { budget, place } = workload;
  if (place === "cloud" || budget.ownership === "rent") return [];
  if (budget.energyUsdPerKilowattHour === 0) return [];
  return [
    {
      input: "energy-price",
      path: "budget.energyPrice",
      unit: "USD/kWh",
      now: budget.energyUsdPerKilowattHour,
      chip: null,
      noun: "price of energy",
      of: null,
      lowest: 0.1,
      highest: 10,
      at: (energyUsdPerKilowattHour) => ({
        catalog,
        workload: { ...workload, budget: { ...budget, energyUsdPerKilowattHour } },
      }),
    },
  ];
}
