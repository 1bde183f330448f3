import type { Availability, Chip } from "../catalog/types.ts";
import type { Constraints, Workload } from "../input/workload-types.ts";

/** Whether new pieces of a chip are no longer made at the time when a workload needs them. */
export function isDiscontinued(
  { endOfSale }: Pick<Chip, "endOfSale">,
  { availableBy }: Pick<Constraints, "availableBy">,
): boolean {
  return endOfSale !== undefined && (availableBy === null || endOfSale <= availableBy);
}

/** Who can have a chip at a place: whom the licence of its driver bars there can still rent it, since others answer for it. */
export function supplyAt(
  { availability, licenceForbids }: Pick<Chip, "availability" | "licenceForbids">,
  place: Workload["place"],
): Availability {
  return availability === "sale" && licenceForbids === place ? "cloud" : availability;
}

/** The same for a workload: a chip that nobody makes any more can only be rented, unless used hardware is admitted. */
export function supplyOf(
  chip: Pick<Chip, "availability" | "endOfSale" | "licenceForbids">,
  {
    place,
    constraints,
  }: Pick<Workload, "place"> & {
    constraints: Pick<Constraints, "availableBy" | "usedHardware">;
  },
): Availability {
  const supply = supplyAt(chip, place);
  const bought = supply === "sale" && constraints.usedHardware !== true;
  return bought && isDiscontinued(chip, constraints) ? "cloud" : supply;
}
