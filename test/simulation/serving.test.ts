import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Device } from "../../src/simulation/device.ts";
import { resolveFormats } from "../../src/simulation/formats.ts";
import {
  decodeTime,
  servingBase,
  servingMixture,
  servingPoint,
  servingUtilisation,
} from "../../src/simulation/serving.ts";
import { lowerDecoder } from "../../src/workload/lower-transformer.ts";
import { UNSHARDED, type Sharding } from "../../src/workload/types.ts";
import { device, family, h100, stack } from "../support/chips.ts";
import { deepseekV3, llama70b, llama8b } from "../support/models.ts";

function base(
  model: typeof llama8b,
  sharding: Partial<Sharding> = {},
  on: Device = device(),
  inputTokens = 1000,
  outputTokens = 200,
) {
  const formats = resolveFormats(on, "bf16", "bf16", "bf16");
  if (!formats) throw new Error("no BF16");
  return servingBase({
    program: lowerDecoder(model),
    device: on,
    formats,
    sharding: { ...UNSHARDED, ...sharding },
    inputTokens,
    outputTokens,
  });
}

describe("memory", () => {
  it("holds the weights, then as many sequences as the rest has room for", () => {
    const small = base(llama8b);
    expect(small.weightBytesPerChip).toBeCloseTo(2 * 8.03e9);
    // 32 layers · 2 · 8 heads · 128 · 2 bytes for each of 1,200 tokens.
    expect(small.cacheBytesPerSequence).toBe(1200 * 131_072);
    // 80 printed gigabytes are binary ones.
    const usable = 0.9 * 80 * 2 ** 30;
    const room = usable - small.weightBytesPerChip - small.workingBytesPerChip;
    expect(small.largestBatch).toBe(Math.floor(room / (1200 * 131_072)));
    expect(servingPoint(small, small.largestBatch).memoryBytesPerChip).toBeLessThanOrEqual(usable);
  });

  it("gives the cache the stack's share of what the weights leave", () => {
    const whole = base(llama8b);
    const part = base(llama8b, {}, device({ stack: stack({ cacheShareOfFree: 0.5 }) }));
    expect(part.largestBatch).toBeGreaterThanOrEqual(Math.floor(whole.largestBatch / 2));
    expect(part.largestBatch).toBeLessThanOrEqual(Math.ceil(whole.largestBatch / 2));
  });

  it("has room for no sequence when the weights do not fit", () => {
    expect(base(llama70b).largestBatch).toBe(0);
  });
});

describe("short prompts", () => {
  const short = base(llama8b, {}, device(), 128, 128);

  it("share one reading of the weights when several start in one step", () => {
    const prefill = (batch: number): number => {
      const { stepSeconds, requestsPerSecond } = servingPoint(short, batch);
      return 1 / requestsPerSecond - (128 * stepSeconds) / batch;
    };
    // One start in each step pays alone; eight of them pay little more together.
    expect(prefill(128)).toBeCloseTo(short.prefillSeconds, 9);
    expect(prefill(1024)).toBeLessThan(0.6 * short.prefillSeconds);
    // Never less than their arithmetic: 2·N·T at the reachable peak.
    expect(prefill(1024)).toBeGreaterThan((2 * 6.98e9 * 128) / (0.75 * 989e12));
  });

  it("wait no longer for their first token when the replica is idle", () => {
    expect(servingPoint(short, 1024).prefillLatencySeconds).toBe(short.prefillSeconds);
  });
});

describe("one sequence alone", () => {
  const alone = servingPoint(base(llama8b, {}, device(), 1000, 1), 1);

  it("decodes at the speed of its weights: bytes over the sustained bandwidth", () => {
    const decode = decodeTime(base(llama8b), 1);
    const read = (2 * (8.03e9 - 128_256 * 4096)) / (0.8 * 3.35e12);
    const other = decode.overheadSeconds;
    expect(decode.seconds - other).toBeGreaterThan(read);
    expect(decode.seconds - other).toBeLessThan(1.1 * read);
  });

  it("takes as long in all as in its parts", () => {
    for (const replica of [base(llama8b), base(deepseekV3, { expert: 64, data: 64 })]) {
      const { stepSeconds } = servingPoint(replica, 64);
      expect(stepSeconds / decodeTime(replica, 64).seconds).toBeCloseTo(1, 12);
    }
  });

  it("prefills no faster than 2·N·T operations at the reachable peak", () => {
    const least = (2 * 6.98e9 * 1000) / (0.75 * 989e12);
    expect(alone.prefillLatencySeconds).toBeGreaterThan(least);
    expect(alone.prefillLatencySeconds).toBeLessThan(2 * least);
  });
});

describe("continuous batching", () => {
  it("keeps Little's law: sequences in flight = throughput × time in the replica", () => {
    for (const batch of [1, 8, 64]) {
      const point = servingPoint(base(llama8b), batch);
      const inReplica = 200 * point.timePerOutputTokenSeconds;
      expect(point.requestsPerSecond * inReplica).toBeCloseTo(batch, 9);
    }
  });

  it("never loses throughput to a larger batch but at the edge of a tile, nor quickens a token", () => {
    const replica = base(llama8b);
    const batches = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(batches, batches, (batch, more) => {
        const few = servingPoint(replica, batch);
        const many = servingPoint(replica, batch + more);
        // One row past a full tile starts another wave, on real chips too.
        expect(many.requestsPerSecond).toBeGreaterThan(0.95 * few.requestsPerSecond);
        expect(many.timePerOutputTokenSeconds).toBeGreaterThanOrEqual(
          few.timePerOutputTokenSeconds * (1 - 1e-9),
        );
      }),
    );
  });

  it("is never quicker with a longer context or a slower chip", () => {
    const slower = device({
      chip: h100({ memory: { ...h100().memory, bandwidthBytesPerSecond: 2e12 } }),
      family: family({ launchSeconds: 5e-6 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8000 }),
        fc.integer({ min: 1, max: 64 }),
        (tokens, batch) => {
          const rate = (replica: ReturnType<typeof base>): number =>
            servingPoint(replica, batch).requestsPerSecond * (1 - 1e-9);
          const now = rate(base(llama8b, {}, device(), tokens));
          expect(rate(base(llama8b, {}, device(), 2 * tokens))).toBeLessThanOrEqual(now * 1.000001);
          expect(rate(base(llama8b, {}, slower, tokens))).toBeLessThanOrEqual(now * 1.000001);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("stays below the peak", () => {
    const replica = base(llama8b);
    expect(
      servingUtilisation(replica, servingMixture(replica, servingPoint(replica, 256))),
    ).toBeLessThan(0.75);
  });
});

describe("pipeline stages and attention groups", () => {
  it("make the user wait for every stage while the stages serve different sequences", () => {
    const staged = base(llama70b, { tensor: 2, pipeline: 2 });
    const full = servingPoint(staged, 32);
    expect(full.requestsPerSecond * 200 * full.timePerOutputTokenSeconds).toBeCloseTo(32, 9);
    expect(full.timePerOutputTokenSeconds).toBeGreaterThan(2 * full.stepSeconds);
  });

  it("gain nothing from stages that have no sequence", () => {
    const staged = base(llama70b, { tensor: 2, pipeline: 2 });
    const alone = servingPoint(staged, 1);
    expect(alone.requestsPerSecond).toBeLessThan(1 / (200 * 2 * alone.stepSeconds));
  });

  it("rest when there is less than one sequence in flight", () => {
    const replica = base(llama8b);
    const busy = servingMixture(replica, servingPoint(replica, 1));
    const half = servingMixture(replica, servingPoint(replica, 0.5));
    expect(busy.busyMemorySeconds / busy.seconds).toBeGreaterThan(
      1.5 * (half.busyMemorySeconds / half.seconds),
    );
  });

  it("let experts spread over chips that each attend to their own sequences", () => {
    const wide = base(deepseekV3, { expert: 64, data: 64 });
    expect(wide.largestBatch).toBeGreaterThan(0);
    expect(wide.largestBatch % 64).toBe(0);
  });
});
