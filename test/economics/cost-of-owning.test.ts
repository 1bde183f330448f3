import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOfOwning } from "../../src/economics/cost-of-owning.ts";
import { DEFAULT_RATES } from "../../src/economics/rates.ts";
import { chip, HOUR, system, use, YEAR } from "./hardware-fixture.ts";

const WITHOUT_HOSTING = { ...DEFAULT_RATES, hostingUsdPerKilowattMonth: 0 };

describe("cost of owning", () => {
  // Figures: Cottier et al. 2024 (server 1.64 × chip, network 19 % of the cluster, 1.82 × TDP per server and chip, 75 %
  // mean power) with the 2025 H100 street price and US industrial energy price; 8 %, 5 years, PUE 1.25, no building.
  it("reproduces the worked H100: 63 980 USD, 16 024 USD a year of capital, 864 USD of energy, 1.93 USD/h", () => {
    const capital = (31_600 * 1.64) / (1 - 0.19);
    const cost = costOfOwning(
      use({
        chip: chip({ priceUsd: 31_600, tdpWatts: 700 }),
        system: system({ hostUsdPerChip: capital - 31_600, hostWattsPerChip: 700 * 0.82 * 0.75 }),
        chips: 1,
        meanWattsPerChip: 700 * 0.75,
        horizonSeconds: 5 * YEAR,
        activeSeconds: 5 * YEAR,
        energyUsdPerKilowattHour: 0.0826,
      }),
      WITHOUT_HOSTING,
    );
    expect(cost?.capitalUsd).toBeCloseTo(63_980.25, 2);
    expect(((cost?.totalUsd ?? 0) - (cost?.energyUsd ?? 0)) / 5).toBeCloseTo(16_024.27, 2);
    expect((cost?.energyUsd ?? 0) / 5).toBeCloseTo(864.22, 2);
    expect((cost?.totalUsd ?? 0) / (5 * 8760)).toBeCloseTo(1.9279, 4);
  });

  // By hand: 8 × (30 000 + 20 000) = 400 000; after 3 of 5 years the book says 40 %, three quarters of it sell: 30 %.
  // Power (500 + 300) W × 8 × 1.25 = 8 kW: 0.80 USD/h. Hosting (700 + 300) W × 8 × 200 USD = 1 600 USD a month.
  it("adds up capital less resale, interest, hosting and energy", () => {
    const cost = costOfOwning(use());
    expect(cost?.capitalUsd).toBe(400_000);
    expect(cost?.resaleUsd).toBeCloseTo(120_000, 6);
    expect(cost?.energyUsd).toBeCloseTo(0.8 * 8760 * 3, 6);
    expect(cost?.operationsUsd).toBeCloseTo(1_600 * 36, 6);
    expect(cost?.monthlyUsd).toBeCloseTo(1_600 + 0.8 * 730, 6);
    expect(cost?.totalUsd).toBeCloseTo(
      400_000 - 120_000 + (cost?.financingUsd ?? 0) + 0.8 * 8760 * 3 + 1_600 * 36,
      6,
    );
  });

  it("charges no interest at a rate of zero, and the plain difference of price and resale remains", () => {
    const cost = costOfOwning(use(), { ...WITHOUT_HOSTING, interestPerYear: 0 });
    expect(cost?.financingUsd).toBe(0);
    expect((cost?.totalUsd ?? 0) - (cost?.energyUsd ?? 0)).toBeCloseTo(280_000, 6);
  });

  it("asks no hosting and expects no resale for a board in the field", () => {
    const cost = costOfOwning(use({ system: system({ kind: "board" }) }));
    expect(cost?.operationsUsd).toBe(0);
    expect(cost?.resaleUsd).toBe(0);
  });

  it("leaves nothing to sell once the book value is written off", () => {
    expect(costOfOwning(use({ horizonSeconds: 6 * YEAR }))?.resaleUsd).toBe(0);
  });

  it("pays energy only while the deployment is on, but hosting until the horizon", () => {
    const month = costOfOwning(use({ activeSeconds: 730 * HOUR }));
    expect(month?.energyUsd).toBeCloseTo(0.8 * 730, 6);
    expect(month?.operationsUsd).toBeCloseTo(1_600 * 36, 6);
  });

  it("is unknown, not zero, when the price is unknown", () => {
    expect(costOfOwning(use({ chip: chip({ priceUsd: null }) }))).toBeNull();
  });

  it("never gets cheaper with more chips, dearer energy, more power or longer use", () => {
    const positive = fc.double({ min: 0.01, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        positive,
        positive,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        (chips, energyUsdPerKilowattHour, meanWattsPerChip, active, years, factor) => {
          const horizonSeconds = years * YEAR;
          const base = use({
            chips,
            energyUsdPerKilowattHour,
            meanWattsPerChip,
            horizonSeconds,
            activeSeconds: (active * horizonSeconds) / 5,
          });
          const total = costOfOwning(base)?.totalUsd ?? Number.NaN;
          const dearer = [
            { chips: chips + 1 },
            { energyUsdPerKilowattHour: energyUsdPerKilowattHour * factor },
            { meanWattsPerChip: meanWattsPerChip * factor },
            { activeSeconds: base.activeSeconds * factor },
          ].map((change) => costOfOwning({ ...base, ...change })?.totalUsd ?? Number.NaN);
          expect(Math.min(...dearer)).toBeGreaterThanOrEqual(total * (1 - 1e-12));
        },
      ),
    );
  });

  it("never costs less to keep the hardware longer", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 8, noNaN: true }),
        fc.double({ min: 0.01, max: 4, noNaN: true }),
        (years, more) => {
          const at = (horizon: number) =>
            costOfOwning(use({ horizonSeconds: horizon * YEAR, activeSeconds: HOUR }))?.totalUsd ??
            Number.NaN;
          expect(at(years + more)).toBeGreaterThan(at(years));
        },
      ),
    );
  });
});
