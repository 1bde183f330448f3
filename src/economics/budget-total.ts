import type { Budget } from "../input/workload-types.ts";
import { SECONDS_PER_MONTH } from "./calendar.ts";

/**
 * All the money that a budget names over its horizon, in USD: capital and monthly limits together, or the limit per unit
 * times the units. A part that is not named adds nothing. Null when the budget names no money, or only a price per unit
 * of work that is not counted.
 *
 * @param unitsOfWork units over the horizon in the unit of `budget.perUnit`, all sites; null when not counted
 */
export function budgetTotal(budget: Budget, unitsOfWork: number | null): number | null {
  const { capitalUsd, monthlyUsd, perUnit, horizonSeconds } = budget;
  const named =
    capitalUsd === null && monthlyUsd === null
      ? null
      : (capitalUsd ?? 0) + ((monthlyUsd ?? 0) * horizonSeconds) / SECONDS_PER_MONTH;
  const worth = perUnit === null || unitsOfWork === null ? null : perUnit.usd * unitsOfWork;
  if (named === null || worth === null) return named ?? worth;
  return Math.min(named, worth);
}
