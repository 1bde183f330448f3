import type { Catalog, Chip, Stack } from "../catalog/types.ts";
import { cheapestRent, cloudsRenting, groupOffers } from "../economics/cheapest-rent.ts";
import type { Filter } from "../input/workload-types.ts";
import { allowedStacks } from "../decision/constraints/allowed-stacks.ts";
import type { CandidateHardware } from "../planner/candidate.ts";

/** Looks up what a chip stands in, runs on and costs. */
export interface HardwareIndex {
  of(chip: Chip, stacks: Filter): CandidateHardware;
  clouds(chip: Chip): readonly string[];
  /** Every stack that the chip has, allowed or not, in the order of the catalogue. */
  stacks(chip: Chip): readonly Stack[];
}

/** @throws Error when a chip names a system, family or stack that the catalogue lacks (the build refuses such a catalogue). */
export function indexHardware(catalog: Catalog): HardwareIndex {
  const systems = new Map(catalog.systems.map((system) => [system.id, system]));
  const families = new Map(catalog.families.map((family) => [family.id, family]));
  const offers = groupOffers(catalog.cloudPrices);
  const stacks = new Map(catalog.stacks.map((stack) => [stack.id, stack]));
  const places = new Map(catalog.stacks.map((stack, place) => [stack.id, place]));
  return {
    of(chip, filter) {
      const own = chip.stacks.map((id) => required(stacks, id, chip));
      return {
        chip,
        system: required(systems, chip.system, chip),
        family: required(families, chip.family, chip),
        stacks: allowedStacks(own, filter),
        rentUsdPerChipHour: cheapestRent(chip, offers)?.usdPerChipHour ?? null,
      };
    },
    clouds: (chip) => cloudsRenting(chip.id, offers),
    stacks: (chip) =>
      chip.stacks
        .map((id) => places.get(id) ?? Number.NaN)
        .sort((a, b) => a - b)
        .flatMap((place) => catalog.stacks[place] ?? []),
  };
}

function required<T>(known: ReadonlyMap<string, T>, id: string, chip: Chip): T {
  const value = known.get(id);
  if (value === undefined)
    throw new Error(`chip ${chip.id} names ${id}, which is not in the catalogue`);
  return value;
}
