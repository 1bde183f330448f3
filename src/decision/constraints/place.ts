import type { Chip } from "../../catalog/types.ts";
import { ownershipOptions } from "../../economics/ownership.ts";
import { supplyAt } from "../../economics/supply.ts";
import type { Workload } from "../../input/workload-types.ts";
import { type Constraint, type ConstraintContext, propertyCheck } from "./constraint.ts";
import { isBuiltFor, PLACE_WORDS } from "./place-table.ts";

/** The chip must be built for the place, and it must be possible to rent it (cloud) or to buy it (elsewhere). Always checked. */
export const place: Constraint = {
  id: "place",
  title: "Place",
  check(context) {
    const { chip, workload } = context;
    const obstacle = findObstacle(context);
    return propertyCheck(this, {
      limit: workload.place,
      value: chip.deployment,
      pass: obstacle === null,
      message:
        obstacle ??
        `${chip.name}, a chip for ${chip.deployment}, can stand ${PLACE_WORDS[workload.place]}.`,
    });
  },
};

function findObstacle({ chip, workload, rentUsdPerChipHour }: ConstraintContext): string | null {
  const where = PLACE_WORDS[workload.place];
  if (!isBuiltFor(chip, workload.place)) {
    const power = chip.tdpWatts === null ? "" : ` of ${chip.tdpWatts} W`;
    return `${chip.name}, a chip for ${chip.deployment}${power}, is not built to stand ${where}.`;
  }
  const ways = ownershipOptions(
    supplyAt(chip, workload.place),
    workload.place,
    workload.budget.ownership,
  );
  if (chip.licenceForbids === workload.place && chip.availability === "sale") {
    if (ways.includes("rent") && rentUsdPerChipHour !== null) return null;
    return `${chip.name} has a driver whose licence forbids its owner to run it ${where}.`;
  }
  if (ways.length === 0) return noWay(chip, where, workload);
  if (ways.includes("own") && chip.priceUsd !== null) return null;
  if (ways.includes("rent") && rentUsdPerChipHour !== null) return null;
  return `${chip.name} has no known ${ways.map((way) => (way === "own" ? "purchase price" : "rent")).join(" or ")}, so it cannot be planned ${where}.`;
}

/** Why a chip cannot be had at a place in any way that the budget wants. */
function noWay({ name, availability }: Chip, where: string, workload: Workload): string {
  const { place, budget } = workload;
  const isHosted = place === "cloud" || place === "datacenter";
  return {
    sale: `Hardware ${where} is ${place === "cloud" ? "rented" : "bought"}, but the budget says ${budget.ownership}.`,
    cloud: isHosted
      ? `${name} can only be rented from a cloud, but the budget says ${budget.ownership}.`
      : `${name} can only be rented from a cloud, not bought to stand ${where}.`,
    internal: `${name} is kept by its maker for its own sites.`,
    device: `${name} is sold inside finished devices only.`,
    licence: `${name} is a design to license, not a product.`,
  }[availability];
}
