import type { Availability, Chip } from "../catalog/types.ts";
import type { Constraints } from "../input/workload-types.ts";

/** Whether new pieces of a chip are no longer made at the time when a workload needs them. */
export function isDiscontinued(
  { endOfSale }: Pick<Chip, "endOfSale">,
  { availableBy }: Pick<Constraints, "availableBy">,
): boolean {
  return endOfSale !== undefined && (availableBy === null || endOfSale <= availableBy);
}

/**
 * Who can have a chip for a workload: one that nobody makes any more can only be rented, unless the workload admits used
 * hardware.
 */
export function supplyOf(
  chip: Pick<Chip, "availability" | "endOfSale">,
  { constraints }: { constraints: Pick<Constraints, "availableBy" | "usedHardware"> },
): Availability {
  const { availability } = chip;
  if (availability !== "sale" || constraints.usedHardware === true) return availability;
  return isDiscontinued(chip, constraints) ? "cloud" : availability;
}
