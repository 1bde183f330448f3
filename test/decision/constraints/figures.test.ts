import { describe, expect, it } from "vitest";
import { availableBy } from "../../../src/decision/constraints/available-by.ts";
import { chipPower } from "../../../src/decision/constraints/chip-power.ts";
import { estimates } from "../../../src/decision/constraints/estimates.ts";
import { exportLimit } from "../../../src/decision/constraints/export.ts";
import { knownFigures } from "../../../src/decision/constraints/known-figures.ts";
import { checkWith } from "./constraint-fixture.ts";

describe("power of one chip", () => {
  it("passes up to the limit and says by how much it is missed", () => {
    expect(checkWith(chipPower, { chipPowerWatts: 700 }, { tdpWatts: 700 })?.pass).toBe(true);
    expect(checkWith(chipPower, { chipPowerWatts: 350 }, { tdpWatts: 700 })).toMatchObject({
      pass: false,
      value: 700,
      limit: 350,
      unit: "W",
      shortfall: 350,
      message: "Test GPU is rated 700 W, 350 W over the allowed 350 W.",
    });
  });

  it("fails a chip whose power is unknown", () => {
    const missed = checkWith(chipPower, { chipPowerWatts: 10 }, { tdpWatts: null });
    expect(missed).toMatchObject({ pass: false, value: null, shortfall: null });
  });
});

describe("availability", () => {
  it("counts a chip as on sale from the end of its year", () => {
    const limit = { availableBy: "2026-06-30" };
    expect(checkWith(availableBy, limit, { year: 2025 })?.pass).toBe(true);
    const missed = checkWith(availableBy, limit, { year: 2026 });
    expect(missed?.pass).toBe(false);
    expect(missed?.message).toBe(
      "Test GPU is a chip of 2026, counted as on sale from 2026-12-31; needed by 2026-06-30.",
    );
    expect(checkWith(availableBy, { availableBy: "2027-01-01" }, { year: 2026 })?.pass).toBe(true);
  });

  it("accepts announced chips when no date is set", () => {
    expect(checkWith(availableBy, {}, { year: 2030 })).toBeNull();
  });
});

describe("known figures", () => {
  const memory = { type: "HBM", capacityBytes: 1, bandwidthBytesPerSecond: 1, onChipOnly: false };

  it("are checked for every workload", () => {
    expect(checkWith(knownFigures, {})?.pass).toBe(true);
  });

  it.each([
    [{ peakOpsPerSecond: {} }, "its peak operations"],
    [{ memory: { ...memory, capacityBytes: null } }, "its memory capacity"],
    [
      { memory: { ...memory, bandwidthBytesPerSecond: null }, tdpWatts: null },
      "its memory bandwidth and power",
    ],
  ])("names what nobody publishes: %j", (figures, unknown) => {
    const missed = checkWith(knownFigures, {}, figures);
    expect(missed?.pass).toBe(false);
    expect(missed?.message).toBe(`Test GPU cannot be evaluated: nobody publishes ${unknown}.`);
  });
});

describe("published figures only", () => {
  const limit = { allowEstimates: false };

  it("fails a chip with an estimate that carries the result, and names it", () => {
    const missed = checkWith(estimates, limit, { estimated: ["tdpWatts", "process.transistors"] });
    expect(missed?.pass).toBe(false);
    expect(missed?.message).toBe("Estimated, not published, for Test GPU: tdpWatts.");
  });

  it("passes a chip of which only process facts are estimated, and says nothing when estimates are allowed", () => {
    const figures = { estimated: ["process.transistors"] };
    expect(checkWith(estimates, limit, figures)?.pass).toBe(true);
    expect(checkWith(estimates, {}, { estimated: ["tdpWatts"] })).toBeNull();
  });
});

describe("export class", () => {
  const limit = { exportClass: "unrestricted" } as const;

  // ECCN 3A090.a from 4800 TOPS × bits: 300 TOPS at 16 bits is just at it, 99 TOPS (1584) below every threshold.
  it("admits chips below the thresholds only", () => {
    const at = (tops: number) =>
      checkWith(exportLimit, limit, { peakOpsPerSecond: { bf16: tops * 1e12 } });
    expect(at(300)).toMatchObject({ pass: false, value: "3A090.a" });
    expect(at(99)).toMatchObject({ pass: true, value: "unrestricted" });
  });

  it("fails a chip whose class cannot be told, with the reason", () => {
    const missed = checkWith(exportLimit, limit, { peakOpsPerSecond: {} });
    expect(missed?.pass).toBe(false);
    expect(missed?.message).toMatch(/too few known figures/);
  });
});
