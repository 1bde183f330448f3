import { describe, expect, it } from "vitest";
import { notPriced } from "../../src/economics/not-priced.ts";
import { DEFAULT_RATES, RATE_SOURCES } from "../../src/economics/rates.ts";

describe("the default rates", () => {
  it("say where they come from, each of them", () => {
    expect(Object.keys(RATE_SOURCES).sort()).toEqual(Object.keys(DEFAULT_RATES).sort());
    for (const source of Object.values(RATE_SOURCES)) expect(source.length).toBeGreaterThan(40);
  });

  it("are told to the reader of a report", () => {
    expect(notPriced(["own"])[0]).toBe(
      "Owned hardware is charged 8 % interest a year, servers also 200 USD per kW and month of hosting; at the horizon a server sells for 75 % of its book value over 5 years, a board for nothing.",
    );
  });

  // siliconanalysts.com (2025): H100 nodes bring 25 to 35 % of their price after 36 months.
  it("leave 30 % of a server after three years", () => {
    const book = 1 - 3 / DEFAULT_RATES.lifeYears;
    expect(book * DEFAULT_RATES.resaleShareOfBookValue).toBeCloseTo(0.3, 12);
  });
});

describe("what the costs assume", () => {
  it("tells of owning and of renting only where the workload may", () => {
    const own = notPriced(["own"]).join("\n");
    const rent = notPriced(["rent"]).join("\n");
    expect(own).toContain("Owned hardware");
    expect(own).not.toContain("on-demand list prices");
    expect(rent).toContain("on-demand list prices");
    expect(rent).not.toContain("Owned hardware");
    expect(notPriced(["own", "rent"]).length).toBe(notPriced(["own"]).length + 1);
  });
});
