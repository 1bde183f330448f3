import { describe, expect, it } from "vitest";
import type { BlocksModel } from "../../src/catalog/types.ts";
import type { InferenceTask } from "../../src/input/workload-types.ts";
import { NO_PINS, type Pins } from "../../src/planner/pins.ts";
import { planTask } from "../../src/planner/plan-task.ts";
import { resolveFormats } from "../../src/simulation/formats.ts";
import { oneShotPoint } from "../../src/simulation/one-shot.ts";
import { lowerModel } from "../../src/workload/lower-model.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { device } from "../support/chips.ts";
import { bertLarge, doubleStream, gpt3 } from "../support/models.ts";
import { chat, hardware, prepared } from "../support/tasks.ts";

/** Two convolutions over a small image. */
const camera: BlocksModel = {
  ...gpt3,
  kind: "blocks",
  id: "camera-net",
  parameters: 1e5,
  input: { channels: 3, height: 224, width: 224, depth: 1 },
  blocks: [
    { type: "conv", out: 32, kernel: 3, stride: 2 },
    { type: "conv", out: 64, kernel: 3, stride: 2 },
  ],
};

const frames = (streams: number, framesPerSecond: number, limit: number | null): InferenceTask =>
  chat({
    id: "video",
    mode: "streaming",
    load: { kind: "frames", streams, framesPerSecond },
    inputLength: { mean: 1, p95: 1 },
    outputLength: { mean: 0, p95: 0 },
    latency: {
      timeToFirstToken: null,
      timePerOutputToken: null,
      endToEnd: limit === null ? null : { limitSeconds: limit, percentile: null },
    },
  });

function plan(task: InferenceTask, model: BlocksModel | typeof bertLarge | typeof doubleStream) {
  const { feasible } = planTask(prepared(task, model), hardware(), 1);
  if (!feasible) throw new Error("no feasible plan");
  return feasible.settle().plan;
}

describe("frames", () => {
  it("of one stream come one by one: no batch", () => {
    expect(plan(frames(1, 30, 0.033), camera)).toMatchObject({ batch: 1, replicas: 1 });
  });

  it("of several streams share a batch no larger than the streams", () => {
    expect(plan(frames(16, 30, 0.033), camera).batch).toBeLessThanOrEqual(16);
  });

  it("are all processed, within the time that a frame has", () => {
    const { metrics } = plan(frames(400, 30, 0.033), camera);
    expect(metrics.workUnit).toBe("frame");
    expect(metrics.demandPerSecond).toBe(12_000);
    expect(metrics.capacityPerSecond).toBeGreaterThanOrEqual(12_000);
    expect(metrics.endToEndSeconds).toBeLessThanOrEqual(0.033);
  });
});

describe("requests of an encoder", () => {
  const request = (requestsPerSecond: number, p99: number): InferenceTask =>
    chat({
      load: { kind: "rate", requestsPerSecond },
      inputLength: { mean: 384, p95: 384 },
      latency: {
        timeToFirstToken: null,
        timePerOutputToken: null,
        endToEnd: { limitSeconds: p99, percentile: 99 },
      },
    });

  it("need no more chips than the best batch size by brute force", () => {
    const on = device();
    const formats = resolveFormats(on, "bf16", "bf16", "bf16");
    const program = lowerModel(bertLarge);
    if (!formats || program.kind !== "one-shot") throw new Error("no plan");
    const rates = [1, 2, 4, 8, 16, 32, 64, 128, 256].map(
      (batch) =>
        oneShotPoint(
          {
            program,
            device: on,
            formats,
            sharding: UNSHARDED,
            length: 384,
            samplesPerRequest: 1,
            steps: null,
          },
          batch,
        ).requestsPerSecond,
    );
    const fewest = Math.ceil(20_000 / (0.9 * Math.max(...rates)));
    const found = plan(request(20_000, 10), bertLarge);
    expect(found.replicas * found.chipsPerReplica).toBe(fewest);
  });

  it("take smaller batches or more chips when the tail must be short", () => {
    const patient = plan(request(5000, 1), bertLarge);
    const hasty = plan(request(5000, 0.012), bertLarge);
    expect(hasty.metrics.endToEndSeconds).toBeLessThanOrEqual(0.012);
    expect(hasty.replicas * hasty.chipsPerReplica).toBeGreaterThanOrEqual(
      patient.replicas * patient.chipsPerReplica,
    );
    expect(hasty.batch).toBeLessThanOrEqual(patient.batch);
  });

  it.each([1, 30, 1000, 30_000])(
    "take the batch that is best by trying each, at %i times a demand at which only some fill in time",
    (factor) => {
      const endToEnd = { limitSeconds: 1, percentile: 95 };
      const task = chat({
        load: { kind: "rate", requestsPerSecond: 1 / 3 },
        outputLength: { mean: 0, p95: 0 },
        latency: { timeToFirstToken: null, timePerOutputToken: null, endToEnd },
      });
      const sized = (pins: Pins) => planTask(prepared(task, bertLarge), hardware(), factor, pins);
      const tried = [1, 2, 4, 8, 16, 32, 64, 128, 256].flatMap(
        (batch) => sized({ ...NO_PINS, batch }).feasible ?? [],
      );
      const { feasible } = sized(NO_PINS);
      expect(feasible?.chips).toBe(Math.min(...tried.map(({ chips }) => chips)));
      const best = tried.filter(({ chips }) => chips === feasible?.chips);
      expect(feasible?.chipShare).toBeCloseTo(
        Math.min(...best.map(({ chipShare }) => chipShare)),
        9,
      );
    },
  );

  it("of two tasks that run the same model alike get the plans that each gets alone", () => {
    const daily = chat({ id: "daily", load: { kind: "rate", requestsPerSecond: 50 } });
    const bulk = chat({
      id: "bulk",
      mode: "batch",
      load: { kind: "volume", requests: 1e6, deadlineSeconds: 3600 },
    });
    const on = hardware();
    const { variants } = prepared(daily, bertLarge);
    for (const task of [daily, bulk]) {
      const together = planTask({ task, model: bertLarge, variants }, on, 1);
      const alone = planTask(prepared(task, bertLarge), hardware(), 1);
      expect(together.feasible?.settle()).toEqual(alone.feasible?.settle());
    }
  });

  it("that bring several samples fill batches by themselves", () => {
    const study = { mean: 64, p95: 64 };
    const fixed = { ...bertLarge, tokensPerSample: 197 };
    const task = { ...request(1, 0.1), inputLength: study };
    const { feasible } = planTask(prepared(task, fixed), hardware(), 1);
    // A batch of 64 from requests of one sample each would wait for half a minute to fill.
    expect(feasible?.settle().plan.batch).toBe(64);
  });
});

describe("images", () => {
  it("take as many denoiser passes as the workload asks for", () => {
    const image = (steps: number): number => {
      const load = { kind: "rate", requestsPerSecond: 0.01 } as const;
      const task = chat({ mode: "batch", load, steps });
      return plan(task, doubleStream).metrics.endToEndSeconds ?? 0;
    };
    expect(image(56) / image(28)).toBeGreaterThan(1.8);
    expect(image(56) / image(28)).toBeLessThan(2);
  });
});
