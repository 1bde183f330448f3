import { describe, expect, it } from "vitest";
import { atClock, dynamicPowerShare } from "../../src/simulation/clock.ts";
import { busyWatts, idleWatts } from "../../src/simulation/power.ts";
import type { StepTime } from "../../src/simulation/step-time.ts";
import { device } from "../support/chips.ts";

describe("dynamic power at a share of the clock", () => {
  // RK3588, GPU (Linux device tree): 1,000 MHz at 0.85 V draws 2.1545 W, 800 MHz at 0.75 V 1.3419 W, 600 at 0.675 V 0.8152 W, 300 MHz 0.4076 W.
  it.each([
    [1, 1],
    [0.6, 0.8152 / 2.1545],
    [0.3, 0.4076 / 2.1545],
  ])("is C·V²·f: at %d of the clock %d", (fraction, share) => {
    expect(dynamicPowerShare(fraction)).toBeCloseTo(share, 3);
  });

  it("lies within 2 % of the published points on the slope, which is not quite straight", () => {
    expect(dynamicPowerShare(0.8) / (1.3419 / 2.1545)).toBeCloseTo(1.03, 1);
  });
});

describe("a device at half of its clock", () => {
  const whole = device();
  const half = atClock(whole, 0.5);
  const busy = (compute: number, memory: number): StepTime => ({
    seconds: 1,
    computeBoundSeconds: compute,
    memoryBoundSeconds: memory,
    overheadSeconds: 0,
    networkSeconds: 0,
    busyComputeSeconds: compute,
    busyMemorySeconds: memory,
    operations: 1,
  });

  it("multiplies half as fast and reads its memory as fast as before", () => {
    expect(half.reachableOpsPerSecond.bf16).toBe((whole.reachableOpsPerSecond.bf16 ?? NaN) / 2);
    expect(half.memoryBytesPerSecond).toBe(whole.memoryBytesPerSecond);
    expect(half.peakOpsPerSecond).toEqual(whole.peakOpsPerSecond);
  });

  it("draws less for arithmetic and as much for memory", () => {
    expect(busyWatts(half, busy(1, 0)) - idleWatts(half)).toBeCloseTo(
      dynamicPowerShare(0.5) * (busyWatts(whole, busy(1, 0)) - idleWatts(whole)),
    );
    expect(busyWatts(half, busy(0, 1))).toBe(busyWatts(whole, busy(0, 1)));
  });
});
