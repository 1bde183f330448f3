import { USUAL_PLACEMENT, type PlacedGroup, type Placement } from "../../workload/types.ts";

/** Every order of the dimensions that are split, the usual one first; where the others stand makes no difference. */
const BY_MASK: readonly (readonly Placement[])[] = Array.from({ length: 16 }, (_, mask) => {
  const split = USUAL_PLACEMENT.filter((_, bit) => ((mask >> bit) & 1) === 1);
  const rest = USUAL_PLACEMENT.filter((group) => !split.includes(group));
  return permutations(split).map((order) => [...order, ...rest]);
});

export function placementsOf(
  tensor: number,
  context: number,
  pipeline: number,
  data: number,
): readonly Placement[] {
  const mask =
    (tensor > 1 ? 1 : 0) + (context > 1 ? 2 : 0) + (pipeline > 1 ? 4 : 0) + (data > 1 ? 8 : 0);
  return BY_MASK[mask] ?? [];
}

function permutations(groups: readonly PlacedGroup[]): PlacedGroup[][] {
  if (groups.length === 0) return [[]];
  return groups.flatMap((first) =>
    permutations(groups.filter((group) => group !== first)).map((rest) => [first, ...rest]),
  );
}

/** True for the order that a layout has when nobody says otherwise. */
export const isUsual = (placement: Placement, usual: Placement): boolean =>
  placement.every((group, index) => group === usual[index]);
