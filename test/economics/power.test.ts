import { describe, expect, it } from "vitest";
import { deploymentWatts, provisionedWatts } from "../../src/economics/power.ts";
import { chip, use } from "./hardware-fixture.ts";

describe("power of a deployment", () => {
  // (500 W chip + 300 W host) × 8 × 1.25 = 8 kW
  it("counts the host's share and the facility's overhead", () => {
    expect(deploymentWatts(use())).toBe(8_000);
  });

  it("provisions a room for the rated power, or for the measured one where none is rated", () => {
    expect(provisionedWatts(use())).toBe(8 * (700 + 300));
    expect(provisionedWatts(use({ chip: chip({ tdpWatts: null }) }))).toBe(8 * (500 + 300));
  });
});
