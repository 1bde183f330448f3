import { describe, expect, it } from "vitest";
import { cheapestRent, cloudsRenting, groupOffers } from "../../src/economics/cheapest-rent.ts";
import { chip, cloudPrice } from "./hardware-fixture.ts";

describe("the rent to plan with", () => {
  it("is the lowest on-demand offer of the newest year, whatever the order of the list", () => {
    const prices = [
      cloudPrice({ cloud: "nimbus", usdPerChipHour: 4 }),
      cloudPrice({ cloud: "cirrus", usdPerChipHour: 2.5, instance: "c.8", region: "north" }),
      cloudPrice({ chip: "another", usdPerChipHour: 0.1 }),
    ];
    for (const list of [prices, prices.toReversed()]) {
      expect(cheapestRent(chip(), groupOffers(list))).toEqual({
        usdPerChipHour: 2.5,
        source: "cirrus c.8 in north, 2026-07-20",
      });
    }
  });

  it("passes over spot prices, slices of a chip and last year's offers", () => {
    const prices = [
      cloudPrice({ usdPerChipHour: 4, spotUsdPerChipHour: 0.5 }),
      cloudPrice({ usdPerChipHour: 1, chipsPerInstance: 0.125 }),
      cloudPrice({ usdPerChipHour: 2, date: "2025-12-31" }),
    ];
    expect(cheapestRent(chip(), groupOffers(prices))?.usdPerChipHour).toBe(4);
  });

  it("takes the newest price of each cloud, and a dated price before one that only names the year", () => {
    const early = cloudPrice({ cloud: "nimbus", usdPerChipHour: 2, date: "2026-02-01" });
    const late = cloudPrice({ cloud: "nimbus", usdPerChipHour: 4, date: "2026-10-24" });
    const undated = cloudPrice({ cloud: "cirrus", usdPerChipHour: 1.5, date: "2026" });
    const rent = (...list: ReturnType<typeof cloudPrice>[]) =>
      cheapestRent(chip(), groupOffers(list))?.usdPerChipHour;
    expect(rent(early, late, undated)).toBe(4);
    expect(rent(undated)).toBe(1.5);
  });

  it("passes over a clearance: one cloud that asks less than a quarter of what all others ask", () => {
    const others = [
      cloudPrice({ cloud: "nimbus", usdPerChipHour: 3 }),
      cloudPrice({ cloud: "cirrus", usdPerChipHour: 0.8 }),
    ];
    const rent = (usdPerChipHour: number): number | undefined => {
      const cheap = cloudPrice({ cloud: "stratus", usdPerChipHour });
      return cheapestRent(chip(), groupOffers([cheap, ...others]))?.usdPerChipHour;
    };
    expect(rent(0.19)).toBe(0.8);
    expect(rent(0.21)).toBe(0.21);
    // Alone, or cheap at one cloud in several sizes, it is the price.
    const sizes = [1, 8].map((chipsPerInstance) =>
      cloudPrice({ usdPerChipHour: chipsPerInstance, chipsPerInstance }),
    );
    expect(cheapestRent(chip(), groupOffers(sizes))?.usdPerChipHour).toBe(1);
  });

  it("falls back on the chip's own rent, then on older offers, then on nothing", () => {
    const old = cloudPrice({ usdPerChipHour: 2, date: "2024-05-01" });
    const prices = [old, cloudPrice({ chip: "another" })];
    const unrented = chip({ rentUsdPerHour: null });
    expect(cheapestRent(chip({ rentUsdPerHour: 3 }), groupOffers(prices))?.usdPerChipHour).toBe(3);
    expect(cheapestRent(unrented, groupOffers(prices))?.usdPerChipHour).toBe(2);
    expect(cheapestRent(unrented, groupOffers([]))).toBeNull();
  });

  it("names each cloud once", () => {
    const prices = [
      cloudPrice({ cloud: "nimbus" }),
      cloudPrice({ cloud: "cirrus" }),
      cloudPrice({ cloud: "nimbus", instance: "small" }),
    ];
    expect(cloudsRenting("test-gpu", groupOffers(prices))).toEqual(["cirrus", "nimbus"]);
  });
});
