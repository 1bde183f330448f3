import { budgetTotal } from "../../economics/budget-total.ts";
import type { Criterion } from "./criterion.ts";

/** Without a budget the bad end is this many times the good end: three decades hold an MCU and a rack of servers. */
const DECADES_FACTOR = 1000;

export const cost: Criterion = {
  id: "cost",
  title: "Cost",
  unit: "USD",
  description:
    "Money over the horizon, all sites. Best: the larger of the bare work on the chip of best price-performance, always busy, and the cheapest unit for every site. Worst: the budget (twice the capital where it names nothing else), or 1000 times the best where the file names none. Equal factors are worth the same.",
  direction: "min",
  scale: "log",
  why: "Budgets and offers differ by factors, and from 10 to 5 thousand is felt like from 10 to 5 million; a linear function would let the dearest candidate squeeze all others together.",
  range({ workload, references }) {
    const { idealCostUsd, cheapestUnitUsd, unitsOfWork } = references;
    const budget = budgetTotal(workload.budget, unitsOfWork);
    const floor = Math.max(idealCostUsd ?? 0, cheapestUnitUsd ?? 0);
    const best = floor > 0 ? floor : (budget ?? DECADES_FACTOR) / DECADES_FACTOR;
    // A budget below the ideal can be met by nobody; a range upside down would then call the dearest plan the best.
    return { best, worst: budget !== null && budget > best ? budget : best * DECADES_FACTOR };
  },
  measure: ({ plan }) => ({ value: plan.cost.totalUsd, notes: [] }),
};
