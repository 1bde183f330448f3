import type { Budget } from "../input/workload-types.ts";
import { SECONDS_PER_MONTH } from "./calendar.ts";

/**
 * All the money that a budget names over its horizon, in USD: capital and monthly limits together, or the limit per unit
 * times the units. A capital limit alone leaves the running costs open: they may come to as much again. Null when the budget names no money, or only a price per unit
 * of work that is not counted.
 *
 * @param unitsOfWork units over the horizon in the unit of `budget.perUnit`, all sites; null when not counted
 */
export function budgetTotal(budget: Budget, unitsOfWork: number | null): number | null {
  const { capitalUsd, monthlyUsd, perUnit, horizonSeconds } = budget;
  const named =
    capitalUsd === null && monthlyUsd === null
      ? null
      : (capitalUsd ?? 0) +
        (monthlyUsd === null
          ? RUNNING_SHARE * (capitalUsd ?? 0)
          : (monthlyUsd * horizonSeconds) / SECONDS_PER_MONTH);
  const worth = perUnit === null || unitsOfWork === null ? null : perUnit.usd * unitsOfWork;
  if (named === null || worth === null) return named ?? worth;
  return Math.min(named, worth);
}

/**
 * Electricity, hosting and interest against the capital, at most, where nobody limits them: over three to five years they
 * are a third to a half of the total cost of a server (Barroso, Hölzle & Ranganathan, The Datacenter as a Computer, 3rd
 * edition, chapter 6).
 */
const RUNNING_SHARE = 1;
