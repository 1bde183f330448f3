import { describe, expect, it } from "vitest";
import type { Catalog } from "../../src/catalog/types.ts";
import { referenceFigures } from "../../src/decision/reference-figures.ts";
import { chip, cloudPrice, HOUR, system, YEAR } from "../economics/hardware-fixture.ts";
import { budget, inferenceTask, trainingTask, workload } from "./workload-fixture.ts";

function catalog(overrides: Partial<Catalog> = {}): Catalog {
  return {
    chips: [chip({ priceUsd: null })],
    models: [],
    systems: [system()],
    stacks: [],
    families: [],
    cloudPrices: [cloudPrice({ usdPerChipHour: 3.6 })],
    ...overrides,
  };
}

const chatWork = [{ taskId: "chat", operations: 1e15 * 1000 * HOUR, bytes: 0 }];

describe("figures that fix the ranges", () => {
  // 1e15 operations a second for 1000 hours at a peak of 1e15: 1000 chip-hours at 3.60 USD.
  it("price the bare work at the best price-performance, always busy", () => {
    expect(referenceFigures(catalog(), workload(), chatWork, null).idealCostUsd).toBeCloseTo(
      3_600,
      6,
    );
  });

  // (700 W + 300 W) × 1.25 for 1000 hours.
  it("count its energy with host and facility", () => {
    expect(
      referenceFigures(catalog(), workload(), chatWork, null).idealEnergyKilowattHours,
    ).toBeCloseTo(1_250, 6);
  });

  // 3e12 bytes a second: 3e12 × 2000 h of bytes take twice as long as the arithmetic.
  it("let memory take longer than arithmetic where it does", () => {
    const work = [{ taskId: "chat", operations: 1e15 * 1000 * HOUR, bytes: 3e12 * 2000 * HOUR }];
    expect(referenceFigures(catalog(), workload(), work, null).idealCostUsd).toBeCloseTo(7_200, 6);
  });

  it("use the fastest format that the task allows, and no other", () => {
    const fast = catalog({
      chips: [chip({ priceUsd: null, peakOpsPerSecond: { bf16: 1e15, fp8: 2e15 } })],
    });
    const fp8 = inferenceTask({
      precision: { weights: ["fp8"], activations: ["fp8", "bf16"], cache: ["fp8"] },
    });
    expect(referenceFigures(fast, workload(), chatWork, null).idealCostUsd).toBeCloseTo(3_600, 6);
    expect(
      referenceFigures(fast, workload({ tasks: [fp8] }), chatWork, null).idealCostUsd,
    ).toBeCloseTo(1_800, 6);
  });

  it("take the cheapest unit, once for every site, over the horizon", () => {
    const twoSites = workload({ place: "cloud", sites: 2 });
    expect(referenceFigures(catalog(), twoSites, chatWork, null).cheapestUnitUsd).toBeCloseTo(
      2 * 3.6 * 8760 * 3,
      6,
    );
  });

  it("set no floor for renting when the work ends by itself", () => {
    const training = workload({ place: "cloud", tasks: [trainingTask()] });
    expect(referenceFigures(catalog(), training, [], null).cheapestUnitUsd).toBe(0);
  });

  it("look at chips that are built for the place only, and pass over those without a system", () => {
    const tiny = chip({ id: "mcu", deployment: "mcu", system: "board", priceUsd: 2, tdpWatts: 1 });
    const board = system({
      id: "board",
      kind: "board",
      minimumChipsOwned: 1,
      hostUsdPerChip: 0,
      hostWattsPerChip: 0,
    });
    const mixed = catalog({
      chips: [chip(), tiny, chip({ id: "lost", system: "nowhere", priceUsd: 1 })],
      systems: [system(), board],
    });
    const inDevice = referenceFigures(mixed, workload({ place: "device" }), [], null);
    expect(inDevice.cheapestUnitUsd).toBeGreaterThan(2);
    expect(inDevice.cheapestUnitUsd).toBeLessThan(3);
    expect(referenceFigures(mixed, workload(), [], null).cheapestUnitUsd).toBeGreaterThan(1_000);
  });

  it("are unknown, not zero, where nothing has a price or a power", () => {
    const bare = catalog({
      chips: [chip({ priceUsd: null, rentUsdPerHour: null, tdpWatts: null })],
      cloudPrices: [],
    });
    expect(referenceFigures(bare, workload(), chatWork, 7)).toEqual({
      idealCostUsd: null,
      idealEnergyKilowattHours: null,
      cheapestUnitUsd: null,
      unitsOfWork: 7,
      catalogYear: 0,
    });
  });

  it("respect what the budget wants: rent only, own only", () => {
    const both = catalog({ chips: [chip()] });
    const at = (ownership: "own" | "rent") =>
      referenceFigures(both, workload({ budget: budget({ ownership }) }), chatWork, null)
        .idealCostUsd ?? Number.NaN;
    expect(at("rent")).toBeCloseTo(3_600, 6);
    // 1000 of 3 × 8760 hours of a chip that costs well above 30 000 USD to own for three years.
    expect(at("own")).toBeGreaterThan((30_000 * 1000 * HOUR) / (3 * YEAR));
    expect(at("own")).toBeLessThan(3_600);
  });
});
