import type { Catalog, Chip } from "../../catalog/types.ts";
import { formatQuantity } from "../../units/format.ts";
import { PRECISIONS } from "../../units/precision.ts";

/**
 * Twice what the largest matrix unit of the catalogue does for one core in one cycle (Gaudi 2, two cores that share 8-bit arrays:
 * 262,144 operations). A peak beyond it does not belong to that many cores at that clock.
 */
const MOST_PER_CORE_AND_CYCLE = 524_288;

/** Why no such chip can be, whatever is invented next; null when nothing contradicts. */
export function chipFault(chip: Chip, catalog: Catalog): string | null {
  return idleFault(chip) ?? peakFault(chip) ?? domainFault(chip, catalog);
}

function idleFault({ id, idleWatts, tdpWatts }: Chip): string | null {
  if (idleWatts === null || tdpWatts === null || idleWatts < tdpWatts) return null;
  const idle = formatQuantity(idleWatts, "watts");
  return `${id}: its idle power of ${idle} is not below its TDP of ${formatQuantity(tdpWatts, "watts")}`;
}

function peakFault({ id, cores, clockHz, peakOpsPerSecond }: Chip): string | null {
  if (cores === null || clockHz === null) return null;
  const most = cores * clockHz * MOST_PER_CORE_AND_CYCLE;
  const precision = PRECISIONS.find((each) => (peakOpsPerSecond[each] ?? 0) > most);
  if (precision === undefined) return null;
  const peak = formatQuantity(peakOpsPerSecond[precision] ?? 0, "operations-per-second");
  const clock = formatQuantity(clockHz, "hertz");
  return `${id}: ${cores} cores at ${clock} cannot do ${peak} in ${precision}`;
}

/** The planner would cut the domain to what the system joins, and the sweep would show no effect. */
function domainFault({ id, scaleUp, system }: Chip, { systems }: Catalog): string | null {
  const joins = systems.find((each) => each.id === system)?.scaleUpChips;
  if (scaleUp === null || joins === undefined || scaleUp.domainChips <= joins) return null;
  return `${id}: its system ${system} joins at most ${joins} chips, not ${scaleUp.domainChips}; vary chip.${id}.system too`;
}
