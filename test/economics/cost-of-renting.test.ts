import { describe, expect, it } from "vitest";
import { costOfOwning } from "../../src/economics/cost-of-owning.ts";
import { costOfRenting } from "../../src/economics/cost-of-renting.ts";
import { DEFAULT_RATES } from "../../src/economics/rates.ts";
import { chip, HOUR, system, use, YEAR } from "./hardware-fixture.ts";

describe("cost of renting", () => {
  it("bills chips × hours × rent, with nothing at the start and energy inside the rent", () => {
    const cost = costOfRenting(use({ chips: 16, rentUsdPerChipHour: 2.5 }));
    expect(cost?.totalUsd).toBeCloseTo(16 * 2.5 * 8760 * 3, 6);
    expect(cost?.monthlyUsd).toBeCloseTo(16 * 2.5 * 730, 6);
    expect(cost?.capitalUsd).toBe(0);
    expect(cost?.energyUsd).toBe(0);
  });

  it("stops billing when a run ends before the horizon, and a month's bill is then the whole bill", () => {
    const cost = costOfRenting(use({ chips: 1, activeSeconds: 100 * HOUR }));
    expect(cost?.totalUsd).toBeCloseTo(300, 9);
    expect(cost?.monthlyUsd).toBeCloseTo(300, 9);
  });

  it("is unknown when nobody rents the chip", () => {
    expect(costOfRenting(use({ rentUsdPerChipHour: null }))).toBeNull();
  });

  // The worked H100 again: owned it costs 1.9279 USD/h at full use, rented 3.62 USD/h (2025 median): buying pays above
  // 53 % use. Owning is charged at full use here, as in that example; energy is 5 % of it.
  it("breaks even with the worked H100 at 53 % use", () => {
    const horizonSeconds = 5 * YEAR;
    const capital = (31_600 * 1.64) / (1 - 0.19);
    const h100 = use({
      chip: chip({ priceUsd: 31_600 }),
      system: system({ hostUsdPerChip: capital - 31_600, hostWattsPerChip: 700 * 0.82 * 0.75 }),
      chips: 1,
      meanWattsPerChip: 525,
      rentUsdPerChipHour: 3.62,
      horizonSeconds,
      activeSeconds: horizonSeconds,
      energyUsdPerKilowattHour: 0.0826,
    });
    const owned = costOfOwning(h100, { ...DEFAULT_RATES, hostingUsdPerKilowattMonth: 0 });
    const rented = costOfRenting({ ...h100, activeSeconds: 0.5326 * horizonSeconds });
    expect((rented?.totalUsd ?? 0) / (owned?.totalUsd ?? 1)).toBeCloseTo(1, 3);
  });
});
