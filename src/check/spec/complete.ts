import { estimateChip } from "../../catalog/estimate-chips.ts";
import type { Chip } from "../../catalog/types.ts";

/**
 * Fills what the spec leaves out by the catalogue's one rule of estimation. Only what somebody states of a peer counts, so
 * the peers' own estimates are taken out first.
 */
export function complete(chip: Chip, catalogue: readonly Chip[]): Chip {
  return estimateChip(chip, catalogue.filter(({ id }) => id !== chip.id).map(stated));
}

function stated(chip: Chip): Chip {
  return chip.estimated.reduce<Chip>((stripped, field) => {
    const [section = "", key] = field.split(".");
    if (section === "peakOpsPerSecond") {
      const peaks = Object.entries(stripped.peakOpsPerSecond).filter(([format]) => format !== key);
      return { ...stripped, peakOpsPerSecond: Object.fromEntries(peaks) };
    }
    if (key === undefined) return { ...stripped, [section]: null };
    if (section === "memory") {
      return { ...stripped, memory: { ...stripped.memory, [key]: null } };
    }
    // A link whose bandwidth is unknown is no link.
    return { ...stripped, [section]: null };
  }, chip);
}
