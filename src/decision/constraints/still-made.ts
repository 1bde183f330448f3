import { ownershipOptions } from "../../economics/ownership.ts";
import { isDiscontinued, supplyOf } from "../../economics/supply.ts";
import { type Constraint, propertyCheck } from "./constraint.ts";
import { PLACE_WORDS } from "./place-table.ts";

/**
 * A plan to buy needs a chip that is still made: what old stock and dealers of used parts ask is unknown, and nobody
 * warrants it. Who rents it out has it already. `constraints.usedHardware` lifts the limit.
 */
export const stillMade: Constraint = {
  id: "still-made",
  title: "Still made",
  check({ chip, workload, rentUsdPerChipHour }) {
    const { constraints, place, budget } = workload;
    if (constraints.usedHardware === true || chip.endOfSale === undefined) return null;
    if (chip.availability !== "sale" || !isDiscontinued(chip, constraints)) return null;
    // Where nothing is bought in any case, nobody asks whether it is still made.
    if (!ownershipOptions(chip.availability, place, budget.ownership).includes("own")) return null;
    const ways = ownershipOptions(supplyOf(chip, workload), place, budget.ownership);
    const rented = ways.includes("rent") && rentUsdPerChipHour !== null;
    return propertyCheck(this, {
      limit: "new",
      value: chip.endOfSale,
      pass: rented,
      message: rented
        ? `${chip.name} is no longer made, but it is rented out ${PLACE_WORDS[place]}.`
        : `${chip.name} is no longer made, so it can only be bought used or from old stock.`,
    });
  },
};
