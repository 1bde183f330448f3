import { estimateChip } from "../../catalog/estimate-chips.ts";
import type { Chip } from "../../catalog/types.ts";

/**
 * Fills what the spec leaves out by the catalogue's one rule of estimation. Only what somebody states of a peer counts, so
 * the peers' own estimates are taken out first.
 */
export function complete(chip: Chip, catalogue: readonly Chip[]): Chip {
  return estimateChip(chip, catalogue.filter(({ id }) => id !== chip.id).map(stated));
}

/** The chip without its estimates. */
function stated(chip: Chip): Chip {
  let stripped = chip;
  for (const field of chip.estimated) stripped = without(stripped, field);
  return stripped;
}

function without(chip: Chip, field: string): Chip {
  const [section = "", key] = field.split(".");
  if (section === "peakOpsPerSecond") {
    const peaks = Object.entries(chip.peakOpsPerSecond).filter(([format]) => format !== key);
    return { ...chip, peakOpsPerSecond: Object.fromEntries(peaks) };
  }
  if (section === "memory" && key !== undefined) {
    return { ...chip, memory: { ...chip.memory, [key]: null } };
  }
  // A link whose bandwidth is unknown is no link.
  return { ...chip, [section]: null };
}
