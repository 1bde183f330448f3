import { profileFields } from "./profile-fields.ts";
import type { ProfileFields } from "./profile-fields.ts";
import type { CloudPrice } from "./types.ts";

/**
 * Offers of one price file (profiles/prices/<source>.yaml, valid against schemas/prices.schema.json). The file states the
 * price of a whole instance; the result is per chip and hour. A slice of a chip ("1/8") counts as that fraction of one.
 *
 * @throws TypeError for a document that the schema would have refused.
 */
export function readPrices(document: unknown): CloudPrice[] {
  const file = profileFields(document);
  return file.entries("offers").map((offer) => readOffer(offer, file));
}

function readOffer(offer: ProfileFields, file: ProfileFields): CloudPrice {
  const chips = chipsIn(offer);
  const spot = offer.quantityOrNull("spot", "usd-per-hour");
  return {
    chip: offer.text("chip"),
    chipsPerInstance: chips,
    instance: offer.text("instance"),
    cloud: offer.text("cloud"),
    region: offer.textOrNull("region"),
    usdPerChipHour: offer.quantity("price", "usd-per-hour") / chips,
    spotUsdPerChipHour: spot === null ? null : spot / chips,
    date: offer.textOrNull("date") ?? file.text("date"),
    source: offer.textOrNull("source") ?? file.text("source"),
  };
}

function chipsIn(offer: ProfileFields): number {
  if (!offer.isText("chips")) return offer.count("chips");
  const parts = Number(offer.text("chips").replace(/^1\//, ""));
  if (!Number.isInteger(parts) || parts < 1) throw new TypeError("a slice is written 1/8");
  return 1 / parts;
}
