import { describe, expect, it } from "vitest";
import { busyWatts, meanWatts } from "../../src/simulation/power.ts";
import type { StepTime } from "../../src/simulation/step-time.ts";
import { device } from "../support/chips.ts";

const second = (compute: number, memory: number): StepTime => ({
  seconds: 1,
  computeBoundSeconds: compute,
  memoryBoundSeconds: 0,
  overheadSeconds: 0,
  networkSeconds: 0,
  busyComputeSeconds: compute,
  busyMemorySeconds: memory,
  operations: 0,
});

describe("power of a chip", () => {
  const chip = device();

  it("lies between idle and the rated power, which caps it", () => {
    expect(busyWatts(chip, second(0, 0))).toBe(70);
    expect(busyWatts(chip, second(1, 1))).toBe(700);
  });

  it("is 50 to 70 % of the rated power when only memory works, as in decoding (Patel et al. 2024)", () => {
    const share = busyWatts(chip, second(0, 1)) / 700;
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.7);
  });

  it("averages work and idling", () => {
    expect(meanWatts(chip, second(1, 1), 0.5)).toBeCloseTo((70 + 700) / 2);
    expect(meanWatts(chip, second(1, 1), 0)).toBe(70);
  });
});
