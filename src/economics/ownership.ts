import type { Availability } from "../catalog/types.ts";
import type { Budget, Place } from "../input/workload-types.ts";

export type Ownership = "own" | "rent";

/**
 * Ways to come by the hardware: those that the place and the chip's supply both allow and that the budget wants. Empty when there
 * is none. Whether a price is known is another question.
 */
export function ownershipOptions(
  availability: Availability,
  place: Place,
  ownership: Budget["ownership"],
): readonly Ownership[] {
  return AT[place].filter(
    (way) =>
      FROM[availability].includes(way) &&
      (ownership === "either" || ownership === way) &&
      (availability !== "device" || place === "device" || place === "vehicle"),
  );
}

/** In a public cloud hardware is rented, in a data centre either way, and bought where it stands at the user's. */
const AT: Readonly<Record<Place, readonly Ownership[]>> = {
  cloud: ["rent"],
  datacenter: ["own", "rent"],
  "on-premises": ["own"],
  pc: ["own"],
  edge: ["own"],
  vehicle: ["own"],
  device: ["own"],
};

/** A chip that is sold inside devices only can be had by who builds on such a device: see the last condition above. */
const FROM: Readonly<Record<Availability, readonly Ownership[]>> = {
  sale: ["own", "rent"],
  cloud: ["rent"],
  internal: [],
  device: ["own"],
  licence: [],
};
