import type { Catalog, Chip, System } from "../catalog/types.ts";
import { JOULES_PER_KILOWATT_HOUR } from "../economics/calendar.ts";
import { cheapestRent, groupOffers, type RentOffers } from "../economics/cheapest-rent.ts";
import { costOfOwning } from "../economics/cost-of-owning.ts";
import { costOfRenting } from "../economics/cost-of-renting.ts";
import type { DeploymentUse } from "../economics/deployment.ts";
import { ownershipOptions } from "../economics/ownership.ts";
import { supplyOf } from "../economics/supply.ts";
import type { Task, Workload } from "../input/workload-types.ts";
import type { Machine } from "./runnable-share.ts";
import { isBuiltFor } from "./constraints/place-table.ts";

/** Bare work of one task over the horizon, all sites: what no plan can avoid. */
export interface WorkTotals {
  taskId: string;
  /** Model operations without padding. */
  operations: number;
  /** Bytes that must come from memory even at the best batch; 0 when unknown. */
  bytes: number;
}

/**
 * Figures that fix the ranges of the criteria. They depend on the workload and the catalogue only, so neither adding
 * nor removing a candidate changes anybody's score.
 */
export interface ReferenceFigures {
  /** The work on the chip of best price-performance, busy every second at its full rate; null when no chip has a price. */
  idealCostUsd: number | null;
  /** The same on the chip of best energy per operation, host and facility included; null when no power is known. */
  idealEnergyKilowattHours: number | null;
  /** The cheapest thing that can be bought or rented at the place, one for each site; null when nothing has a price. */
  cheapestUnitUsd: number | null;
  /** Units of work in the unit of `budget.perUnit`, all sites; null when the budget names none. */
  unitsOfWork: number | null;
  /** Units of work that the demand asks for, in the unit that the plans are priced in, all sites; absent or null when none. */
  workUnits?: number | null;
  /** Share of the catalogue's models that a machine runs, from `runnableShare`; absent where no models are known. */
  runnableShare?: (machine: Machine) => number;
  /** Year of the newest price in the catalogue, its "today". */
  catalogYear: number;
}

/** What one chip contributes: what the work and the smallest unit cost on it, in each way to come by it. */
export interface ReferencePart {
  chipId: string;
  workUsd: readonly number[];
  workKilowattHours: number | null;
  unitUsd: readonly number[];
}

/** Looks at every chip of the catalogue that is built for the workload's place, at the formats that its tasks allow. */
export function referenceFigures(
  catalog: Catalog,
  workload: Workload,
  work: readonly WorkTotals[],
  unitsOfWork: number | null,
): ReferenceFigures {
  const offers = groupOffers(catalog.cloudPrices);
  const parts = referenceParts(catalog, workload, work, offers);
  return foldReferences(parts, unitsOfWork, offers.newestYear);
}

/** One part a chip, so that a change of one chip's price need not look at the others again. */
export function referenceParts(
  catalog: Catalog,
  workload: Workload,
  work: readonly WorkTotals[],
  offers: RentOffers,
  partOf = referencePart,
): readonly ReferencePart[] {
  const systems = new Map(catalog.systems.map((system) => [system.id, system]));
  return catalog.chips.flatMap((chip) => {
    const system = systems.get(chip.system);
    if (system === undefined) return [];
    const rentUsdPerChipHour = cheapestRent(chip, offers)?.usdPerChipHour ?? null;
    const part = partOf(chip, system, rentUsdPerChipHour, workload, work);
    return part === null ? [] : [part];
  });
}

/** Null for a chip that is not built for the place. */
export function referencePart(
  chip: Chip,
  system: System,
  rentUsdPerChipHour: number | null,
  workload: Workload,
  work: readonly WorkTotals[],
): ReferencePart | null {
  if (!isBuiltFor(chip, workload.place)) return null;
  const price = pricing(chip, system, rentUsdPerChipHour, workload);
  const chipSeconds = idealChipSeconds(chip, workload.tasks, work);
  const works = chipSeconds > 0 && Number.isFinite(chipSeconds);
  const watts =
    chip.tdpWatts === null
      ? null
      : (chip.tdpWatts + system.hostWattsPerChip) * system.powerUsageEffectiveness;
  return {
    chipId: chip.id,
    unitUsd: price.unit(),
    workUsd: works ? price.work(chipSeconds) : [],
    workKilowattHours:
      works && watts !== null ? (watts * chipSeconds) / JOULES_PER_KILOWATT_HOUR : null,
  };
}

/** The best of all chips in each respect. */
export function foldReferences(
  parts: readonly ReferencePart[],
  unitsOfWork: number | null,
  catalogYear: number,
): ReferenceFigures {
  const energies = parts.flatMap(({ workKilowattHours: each }) => (each === null ? [] : [each]));
  return {
    idealCostUsd: least(parts.flatMap(({ workUsd }) => workUsd)),
    idealEnergyKilowattHours: least(energies),
    cheapestUnitUsd: least(parts.flatMap(({ unitUsd }) => unitUsd)),
    unitsOfWork,
    catalogYear,
  };
}

/** Time for which one chip is busy at its full rate: the slower of arithmetic and memory, task by task (roofline). */
function idealChipSeconds(chip: Chip, tasks: readonly Task[], work: readonly WorkTotals[]): number {
  return work.reduce((seconds, { taskId, operations, bytes }) => {
    const formats = tasks.find(({ id }) => id === taskId)?.precision.activations ?? [];
    const peak = Math.max(0, ...formats.map((format) => chip.peakOpsPerSecond[format] ?? 0));
    const bandwidth = chip.memory.bandwidthBytesPerSecond ?? Number.POSITIVE_INFINITY;
    return seconds + Math.max(operations / peak, bytes / bandwidth);
  }, 0);
}

/** What work and the smallest unit cost on one chip, by each way to come by it that has a known price. */
function pricing(
  chip: Chip,
  system: System,
  rentUsdPerChipHour: number | null,
  workload: Workload,
): { work(chipSeconds: number): number[]; unit(): number[] } {
  const { horizonSeconds, energyUsdPerKilowattHour, ownership } = workload.budget;
  const ways = ownershipOptions(supplyOf(chip, workload), workload.place, ownership);
  const use = (chips: number, meanWattsPerChip: number, activeSeconds: number): DeploymentUse => ({
    chip,
    system,
    rentUsdPerChipHour,
    chips,
    meanWattsPerChip,
    horizonSeconds,
    activeSeconds,
    energyUsdPerKilowattHour,
  });
  const own = (chips: number, watts: number): number | null =>
    ways.includes("own")
      ? (costOfOwning(use(chips, watts, horizonSeconds))?.totalUsd ?? null)
      : null;
  const rent = (chips: number, activeSeconds: number): number | null =>
    ways.includes("rent") ? (costOfRenting(use(chips, 0, activeSeconds))?.totalUsd ?? null) : null;

  return {
    work: (chipSeconds) =>
      [own(chipSeconds / horizonSeconds, chip.tdpWatts ?? 0), rent(1, chipSeconds)].filter(
        (usd) => usd !== null,
      ),
    // Rent for a finite amount of work ends with the work, so there the smallest unit sets no floor.
    unit: () =>
      [
        own(system.minimumChipsOwned, 0),
        rent(system.minimumChipsRented, workload.tasks.every(isFinite) ? 0 : horizonSeconds),
      ]
        .filter((usd) => usd !== null)
        .map((usd) => usd * workload.sites),
  };
}

function isFinite(task: Task): boolean {
  return task.kind !== "inference" || task.load.kind === "volume";
}

function least(figures: readonly number[]): number | null {
  return figures.length === 0 ? null : Math.min(...figures);
}
