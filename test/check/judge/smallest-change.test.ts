import { assert, double, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestChanges } from "../../../src/check/judge/smallest-change.ts";
import type { Chip } from "../../../src/catalog/types.ts";
import { EXAMPLE, specOf } from "../example.ts";

const { chip } = specOf(EXAMPLE);
const bandwidth = ({ memory }: Chip): number => memory.bandwidthBytesPerSecond ?? 0;

describe("the smallest change that passes", () => {
  it("finds the boundary of one figure and says it as a designer would", () => {
    const [change, ...others] = smallestChanges(
      chip,
      "better",
      (trial) => bandwidth(trial) >= 5.2e12,
    );
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      field: "memory.bandwidth",
      from: 4.8e12,
      to: 5.2e12,
      text: "memory.bandwidth ≥ 5.2 TB/s would pass; it is 4.8 TB/s",
    });
  });

  it("goes downwards where less is better", () => {
    const [change] = smallestChanges(chip, "better", ({ priceUsd }) => (priceUsd ?? 0) <= 7000);
    expect(change?.text).toBe("price ≤ $7 k would pass; it is $8 k");
  });

  it("puts the nearest figure first", () => {
    // A time of work ÷ bandwidth + work ÷ peak, as a roofline without overlap: both figures help, one needs less.
    const time = (trial: Chip): number =>
      4.8 / (bandwidth(trial) / 1e12) + 0.2 * (589.8e12 / (trial.peakOpsPerSecond.fp8 ?? 1));
    const fields = smallestChanges(chip, "better", (trial) => time(trial) <= 1.1).map(
      ({ field }) => field,
    );
    expect(fields[0]).toBe("memory.bandwidth");
    expect(fields).toContain("compute.peak.fp8");
  });

  it("finds nothing where no single figure helps", () => {
    expect(smallestChanges(chip, "any", () => false)).toEqual([]);
    expect(smallestChanges(chip, "any", (trial) => bandwidth(trial) > 100e12)).toEqual([]);
  });

  it("does not recommend a worse chip unless the promise is about the chip itself", () => {
    const small = (trial: Chip): boolean => bandwidth(trial) <= 4e12;
    expect(smallestChanges(chip, "better", small)).toEqual([]);
    expect(smallestChanges(chip, "any", small)[0]?.to).toBe(4e12);
  });

  it("always passes, and a percent less of it does not", () => {
    assert(
      property(double({ min: 4.9, max: 38, noNaN: true }), (needed) => {
        const passes = (trial: Chip): boolean => bandwidth(trial) >= needed * 1e12;
        const [change] = smallestChanges(chip, "better", passes);
        const to = change?.to ?? 0;
        expect(to).toBeGreaterThanOrEqual(needed * 1e12);
        expect(to * 0.985).toBeLessThan(needed * 1e12);
      }),
    );
  });
});
