import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveFormats, type Formats } from "../../src/simulation/formats.ts";
import { operatorTime } from "../../src/simulation/operator-time.ts";
import type { Device } from "../../src/simulation/device.ts";
import { gather, matmul, vector } from "../../src/workload/operators.ts";
import { device, family, h100 } from "../support/chips.ts";

function bf16(on: Device): Formats {
  const formats = resolveFormats(on, "bf16", "bf16", "bf16");
  if (!formats) throw new Error("no BF16");
  return formats;
}

const chip = device();
const time = (operator: ReturnType<typeof matmul>, on = chip, resident = 0) =>
  operatorTime(operator, on, bf16(on), resident);

const sizes = fc.integer({ min: 1, max: 8192 });
const multiplies = fc
  .tuple(sizes, sizes, sizes, fc.integer({ min: 1, max: 64 }))
  .map(([m, n, k, groups]) => matmul("multiply", 1, m, n, k, groups));

describe("a matrix multiply", () => {
  it("reaches the family's share of the peak when it is large and well shaped", () => {
    // 64 × 128 tiles of an 8448 × 8192 output fill 132 cores in 64 whole waves.
    const { computeSeconds } = time(matmul("large", 1, 8448, 8192, 8192));
    expect((2 * 8448 * 8192 * 8192) / computeSeconds).toBeCloseTo(0.75 * 989e12, -9);
  });

  it("takes as long for a few rows as for one, and longer past the tile", () => {
    const compute = (rows: number): number =>
      time(matmul("rows", 1, rows, 8192 * 132, 8192)).computeSeconds;
    expect(compute(5)).toBe(compute(1));
    expect(compute(65)).toBeGreaterThan(compute(64));
  });

  it("is as slow as its weights stream when there is one row: bytes over the sustained bandwidth", () => {
    const { computeSeconds, memorySeconds } = time(matmul("row", 1, 1, 8192, 8192));
    expect(memorySeconds).toBeGreaterThan(computeSeconds);
    expect(memorySeconds / ((8192 * 8192 * 2) / (0.8 * 3.35e12))).toBeCloseTo(1, 2);
  });

  it("costs the launch beside the larger of arithmetic and memory (Williams et al. 2009)", () => {
    const { seconds, computeSeconds, memorySeconds } = time(matmul("any", 1, 100, 1000, 1000));
    expect(seconds).toBeCloseTo(Math.max(computeSeconds, memorySeconds) + 2e-6, 12);
  });

  it("sends the scores of attention that is not fused through memory", () => {
    const scores = { ...matmul("scores", 1, 4096, 4096, 128, 32), kind: "attention" as const };
    const moved = { ...chip, scoreBytes: 20 };
    const added = time(scores, moved).memorySeconds - time(scores).memorySeconds;
    // 32 heads × 4096 × 4096 scores, too many for the cache, at 20 bytes each and 80 % of 3.35 TB/s.
    expect(added / ((32 * 4096 * 4096 * 20) / (0.8 * 3.35e12))).toBeCloseTo(1, 6);
  });

  it("is never faster than the peak of the chip or its memory", () => {
    fc.assert(
      fc.property(multiplies, (operator) => {
        const { seconds } = time(operator);
        expect(seconds).toBeGreaterThanOrEqual(operator.operations / 989e12);
        expect(seconds).toBeGreaterThanOrEqual((2 * operator.weightElements) / 3.35e12);
      }),
    );
  });

  it("is never slower with more peak, more bandwidth or a shorter launch", () => {
    const faster = [
      device({ chip: h100({ peakOpsPerSecond: { fp32: 67e12, bf16: 2e15 } }) }),
      device({ chip: h100({ memory: { ...h100().memory, bandwidthBytesPerSecond: 8e12 } }) }),
      device({ family: family({ launchSeconds: 1e-6 }) }),
    ];
    fc.assert(
      fc.property(multiplies, fc.constantFrom(...faster), (operator, better) => {
        expect(time(operator, better).seconds).toBeLessThanOrEqual(time(operator).seconds);
      }),
    );
  });

  it("is never quicker with more rows, columns or depth", () => {
    const grown = fc.constantFrom("m" as const, "n" as const, "k" as const);
    fc.assert(
      fc.property(sizes, sizes, sizes, grown, sizes, (m, n, k, side, more) => {
        const small = { m, n, k };
        const large = { ...small, [side]: small[side] + more };
        const seconds = (size: typeof small): number =>
          time(matmul("multiply", 1, size.m, size.n, size.k)).computeSeconds;
        expect(seconds(large)).toBeGreaterThanOrEqual(seconds(small) * (1 - 1e-12));
      }),
    );
  });
});

describe("weights that stay on the die", () => {
  it("are read at on-chip speed", () => {
    const row = matmul("row", 1, 1, 4096, 4096);
    const streamed = time(row, chip, 0).memorySeconds;
    const resident = time(row, chip, 1).memorySeconds;
    expect(streamed / resident).toBeCloseTo(chip.onChip.bytesPerSecond / (0.8 * 3.35e12), 1);
  });
});

describe("other work", () => {
  it("runs elementwise on the vector units: FP32 peak times the family's share", () => {
    const { computeSeconds } = time(vector("activation", 1, 1e6, 10));
    expect(computeSeconds).toBeCloseTo(1e7 / (66.9e12 * 0.5), 12);
  });

  it("fetches a burst beside each gathered row", () => {
    const narrow = time(gather("narrow", 1, 1e6, 16)).memorySeconds;
    const wide = time(gather("wide", 1, 1e6 / 16, 256)).memorySeconds;
    // 32-byte rows cost a 64-byte burst more each, 512-byte rows one for sixteen times the data.
    expect(narrow).toBeGreaterThan(1.5 * wide);
  });
});
