import { describe, expect, it } from "vitest";
import { readPrices } from "../../src/catalog/read-prices.ts";
import { catalogFiles, modeline, schemaErrors } from "./profile-files.ts";

const files = catalogFiles("prices");
const offers = files.flatMap((file) => readPrices(file.document));
const errors = schemaErrors("prices");

describe("every price file", () => {
  it.each(files.map((file) => [file.id, file] as const))("%s", (id, file) => {
    expect(file.text.startsWith(modeline("prices"))).toBe(true);
    expect(errors(file.document)).toEqual([]);
    expect(file.document["id"]).toBe(id);
    for (const offer of readPrices(file.document)) {
      expect(offer.usdPerChipHour).toBeGreaterThan(0.05);
      expect(offer.usdPerChipHour).toBeLessThan(50);
      expect(offer.spotUsdPerChipHour ?? 0).toBeLessThan(offer.usdPerChipHour);
      expect(offer.date).toMatch(/^20(25|26)/);
      expect(offer.source.length).toBeGreaterThan(3);
    }
  });

  it("belongs to a chip of the catalogue", () => {
    const chips = new Set(catalogFiles("chips").map((file) => file.id));
    expect(offers.filter((offer) => !chips.has(offer.chip))).toEqual([]);
  });
});

describe("prices per chip", () => {
  const find = (cloud: string, instance: string) =>
    offers.find((offer) => offer.cloud === cloud && offer.instance === instance);

  // catalogue-notes: AWS H100 is 6.88 per GPU-hour, Azure 12.29, GCP 11.06.
  it.each([
    ["aws", "p5.48xlarge", 6.88],
    ["azure", "Standard_ND96isr_H100_v5", 12.29],
    ["gcp", "a3-highgpu-1g", 11.06],
  ])("divide an instance of %s by its chips: %s", (cloud, instance, usd) => {
    expect(find(cloud, instance)?.chip).toBe("h100-sxm");
    expect(find(cloud, instance)?.usdPerChipHour).toBeCloseTo(usd, 2);
  });

  it("scale a slice up to a whole chip", () => {
    const slice = find("aws", "g6f.large");
    expect(slice?.chipsPerInstance).toBe(1 / 8);
    expect(slice?.usdPerChipHour).toBeCloseTo(0.202 * 8, 10);
  });

  it("count the sockets of an instance without accelerators", () => {
    // chips.csv: c7i.48xlarge has two sockets of Xeon 8488C.
    expect(find("aws", "c7i.48xlarge")).toMatchObject({ chip: "xeon-8480p", chipsPerInstance: 2 });
    expect(find("aws", "c7i.48xlarge")?.usdPerChipHour).toBeCloseTo(8.568 / 2, 10);
  });
});

describe("the price schema refuses", () => {
  const good = {
    id: "own",
    source: "a price page",
    date: "2026-07-20",
    confidence: "high",
    offers: [{ chip: "t4", instance: "one", chips: 1, cloud: "own", price: "0.5 USD/h" }],
  };
  const withOffer = (change: object) => ({ ...good, offers: [{ ...good.offers[0], ...change }] });

  it.each([
    ["an undated file", { ...good, date: undefined }, /date/],
    ["a file without offers", { ...good, offers: [] }, /offers/],
    ["a price without a unit", withOffer({ price: 0.5 }), /price/],
    ["a price a month", withOffer({ price: "300 USD/month" }), /price/],
    ["no chips", withOffer({ chips: 0 }), /chips/],
    ["a date that isn't one", withOffer({ date: "last summer" }), /date/],
  ])("%s", (_what, document, message) => {
    expect(errors(good)).toEqual([]);
    expect(errors(document).join("\n")).toMatch(message);
  });
});
