import type { Catalog, Family } from "../../../catalog/types.ts";
import { withChip, type Input, type Player, type Situation } from "../input.ts";

/**
 * How quick a chip really is, as a factor on what the simulation says: all shares of its peaks that its family reaches, for this chip
 * alone. The predictions of the simulation lie about measurements by such a factor.
 */
export function efficiencyInput({ workload, catalog }: Situation, { hardware }: Player): Input {
  const { chip, family } = hardware;
  return {
    input: "efficiency",
    path: `families.${family.id}`,
    unit: "",
    now: 1,
    chip: chip.id,
    noun: "speed",
    of: chip.name,
    lowest: 0.25,
    highest: 4,
    at: (factor) => ({ workload, catalog: withEfficiency(catalog, chip.id, family, factor) }),
  };
}

function withEfficiency(catalog: Catalog, chipId: string, family: Family, factor: number): Catalog {
  const share = (value: number): number => Math.min(1, value * factor);
  const own: Family = {
    ...family,
    id: `${family.id} of ${chipId}`,
    matmulShare: share(family.matmulShare),
    bandwidthShare: share(family.bandwidthShare),
    vectorShare: share(family.vectorShare),
    launchSeconds: family.launchSeconds / factor,
  };
  const changed = withChip(catalog, chipId, (chip) => ({ ...chip, family: own.id }));
  return { ...changed, families: [...catalog.families, own] };
}
