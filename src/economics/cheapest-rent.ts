import type { Chip, CloudPrice } from "../catalog/types.ts";
import { groupBy } from "../units/group-by.ts";

export interface Rent {
  usdPerChipHour: number;
  /** Cloud and instance of the offer with its date, or the chip's own price note. */
  source: string;
}

/** The price list by chip, so that looking up one chip does not read all offers. */
export interface RentOffers {
  byChip: ReadonlyMap<string, readonly CloudPrice[]>;
  /** Year of the newest offer of any chip; 0 for an empty list. */
  newestYear: number;
}

export function groupOffers(cloudPrices: readonly CloudPrice[]): RentOffers {
  return {
    byChip: new Map(
      [...groupBy(cloudPrices, ({ chip }) => chip)].map(([chip, offers]) => [chip, latest(offers)]),
    ),
    newestYear: Math.max(0, ...cloudPrices.map(({ date }) => yearOf(date))),
  };
}

/**
 * What still holds of a chip's offers: of one cloud those of its newest date, and where a year has offers of a day, not
 * those of the year alone, which may be from any time of it (an H100 went from 2.29 to 4.49 USD at one cloud in 2026).
 */
function latest(offers: readonly CloudPrice[]): readonly CloudPrice[] {
  const newest = new Map<string, string>();
  for (const { cloud, date } of offers) {
    const known = newest.get(cloud);
    if (known === undefined || date > known) newest.set(cloud, date);
  }
  const dayKnown = new Set(offers.filter(isOfADay).map(({ date }) => yearOf(date)));
  return offers.filter(
    (offer) =>
      offer.date === newest.get(offer.cloud) &&
      (isOfADay(offer) || !dayKnown.has(yearOf(offer.date))),
  );
}

function isOfADay({ date }: CloudPrice): boolean {
  return date.length > "2026".length;
}

/**
 * Rent to plan with, per chip and hour: the lowest on-demand offer among those of the newest year in the price list.
 * A buyer compares clouds and takes the cheapest one that he can have at any hour; spot prices are left out because
 * such machines may be taken away, slices of a chip because they are another product, last year's offers because
 * rents fall fast (H100 median 4.76 USD in 2023, 3.62 in 2025), and clearances because they end with the few machines
 * that are left. Without such an offer the chip's own rent stands in; after that, the lowest older offer. Null when
 * nobody rents the chip.
 */
export function cheapestRent(
  chip: Pick<Chip, "id" | "rentUsdPerHour">,
  { byChip, newestYear }: RentOffers,
): Rent | null {
  const offers = (byChip.get(chip.id) ?? []).filter((offer) => offer.chipsPerInstance >= 1);
  const current = lowest(offers.filter(({ date }) => yearOf(date) === newestYear));
  if (current !== null) return current;
  if (chip.rentUsdPerHour !== null) {
    return { usdPerChipHour: chip.rentUsdPerHour, source: "rent named in the chip's profile" };
  }
  return lowest(offers);
}

/** Clouds that rent the chip, each named once, in alphabetical order. */
export function cloudsRenting(chipId: string, { byChip }: RentOffers): readonly string[] {
  const clouds = (byChip.get(chipId) ?? []).map(({ cloud }) => cloud);
  return [...new Set(clouds)].sort();
}

/**
 * Below this share of what the next cloud asks, a price is a clearance: clouds differ by a factor of 1 to 3 (medians of
 * 2026: 1.3), while the one outlier is a 0.14 USD V100 against 0.79 at the next. "Only one or two providers per legacy
 * card remain" (AIMultiple GPU index, May 2026).
 */
const CLEARANCE_SHARE = 0.25;

function lowest(offers: readonly CloudPrice[]): Rent | null {
  const best = cheapest(offers);
  if (best === null) return null;
  const others = offers.filter(({ cloud }) => cloud !== best.cloud);
  const next = cheapest(others);
  if (next !== null && best.usdPerChipHour < CLEARANCE_SHARE * next.usdPerChipHour) {
    return lowest(others);
  }
  return {
    usdPerChipHour: best.usdPerChipHour,
    source: `${best.cloud} ${best.instance}${best.region === null ? "" : ` in ${best.region}`}, ${best.date}`,
  };
}

function cheapest(offers: readonly CloudPrice[]): CloudPrice | null {
  return offers.reduce<CloudPrice | null>(
    (best, offer) => (best === null || isCheaper(offer, best) ? offer : best),
    null,
  );
}

/** Equal prices are told apart by name, so that the order of the list never shows. */
function isCheaper(a: CloudPrice, b: CloudPrice): boolean {
  if (a.usdPerChipHour !== b.usdPerChipHour) return a.usdPerChipHour < b.usdPerChipHour;
  return `${a.cloud} ${a.instance} ${a.region}` < `${b.cloud} ${b.instance} ${b.region}`;
}

function yearOf(date: string): number {
  return Number.parseInt(date.slice(0, 4), 10);
}
