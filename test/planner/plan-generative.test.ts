import { describe, expect, it } from "vitest";
import type { InferenceTask } from "../../src/input/workload-types.ts";
import { NO_PINS, type Pins } from "../../src/planner/pins.ts";
import { planTask } from "../../src/planner/plan-task.ts";
import { resolveFormats } from "../../src/simulation/formats.ts";
import { servingBase, servingPoint } from "../../src/simulation/serving.ts";
import { lowerDecoder } from "../../src/workload/lower-transformer.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { device, h100, stack, system } from "../support/chips.ts";
import { deepseekV3, llama70b, llama8b, mixtral } from "../support/models.ts";
import { chat, hardware, prepared } from "../support/tasks.ts";

function plan(task: InferenceTask, model = llama8b, on = hardware(), factor = 1) {
  const { feasible } = planTask(prepared(task, model), on, factor);
  if (!feasible) throw new Error("no feasible plan");
  return feasible.settle().plan;
}

const chips = ({ replicas, chipsPerReplica }: ReturnType<typeof plan>): number =>
  replicas * chipsPerReplica;

/** Fewest chips of any tensor width and batch that meet the rate at most nine tenths full, and the time per token. */
function byBruteForce(
  task: InferenceTask,
  model: typeof llama8b,
  rate: number,
  token: number,
): number {
  const on = device();
  const formats = resolveFormats(on, "bf16", "bf16", "bf16");
  if (!formats) throw new Error("no BF16");
  let fewest = Number.POSITIVE_INFINITY;
  for (const tensor of [1, 2, 4, 8]) {
    const base = servingBase({
      program: lowerDecoder(model),
      device: on,
      formats,
      sharding: { ...UNSHARDED, tensor },
      inputTokens: task.inputLength.mean,
      outputTokens: task.outputLength.mean,
    });
    for (let batch = 1; batch <= Math.min(1024, base.largestBatch); batch++) {
      const point = servingPoint(base, batch);
      if (point.timePerOutputTokenSeconds > token) continue;
      const replicas = Math.ceil(rate / (0.9 * point.requestsPerSecond));
      fewest = Math.min(fewest, replicas * tensor);
    }
  }
  return fewest;
}

describe("the cheapest plan of a language model", () => {
  it.each([
    { model: llama8b, rate: 40, token: Number.POSITIVE_INFINITY },
    { model: llama8b, rate: 300, token: 0.015 },
    { model: llama70b, rate: 20, token: 0.03 },
    { model: llama70b, rate: 3, token: 0.02 },
  ])(
    "has as few chips as brute force over layout, batch and replicas: $model.id at $rate/s within $token s",
    ({ model, rate, token }) => {
      const limit = Number.isFinite(token) ? { limitSeconds: token, percentile: null } : null;
      const task = chat({
        load: { kind: "rate", requestsPerSecond: rate },
        latency: { timeToFirstToken: null, timePerOutputToken: limit, endToEnd: null },
      });
      const found = chips(plan(task, model));
      const fewest = byBruteForce(task, model, rate, token);
      // The search steps over batches by a sixteenth.
      expect(found).toBeGreaterThanOrEqual(fewest);
      expect(found).toBeLessThanOrEqual(Math.ceil(1.07 * fewest));
    },
  );

  it("never needs fewer chips for more demand", () => {
    const task = chat({ load: { kind: "rate", requestsPerSecond: 10 } });
    const counts = [1, 2, 3, 5, 10, 30].map((factor) =>
      chips(plan(task, llama70b, hardware(), factor)),
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0);
  });

  it("leaves a tenth of an interactive service's capacity for waiting, and fills batch work", () => {
    const load = { kind: "rate", requestsPerSecond: 300 } as const;
    const { metrics } = plan(chat({ load }));
    expect(metrics.demandPerSecond / metrics.capacityPerSecond).toBeLessThanOrEqual(0.9);
    const batch = plan(chat({ load, mode: "batch" })).metrics;
    expect(batch.demandPerSecond / batch.capacityPerSecond).toBeGreaterThan(0.9);
  });
});

describe("latency limits", () => {
  it("on the end leave time for waiting: a plan is found when an idle replica has time to spare", () => {
    const long = chat({
      inputLength: { mean: 6000, p95: 6000 },
      outputLength: { mean: 100, p95: 100 },
    });
    const seldom = { kind: "rate", requestsPerSecond: 0.01 } as const;
    const idle = plan({ ...long, load: seldom }).metrics.endToEndSeconds ?? 0;
    const endToEnd = { limitSeconds: 1.5 * idle, percentile: 99 };
    const busy = { ...long, latency: { ...long.latency, endToEnd } };
    const { metrics } = plan({ ...busy, load: { kind: "rate", requestsPerSecond: 100 } });
    expect(metrics.endToEndSeconds).toBeLessThanOrEqual(1.5 * idle);
  });

  it.each([0.01, 0.02, 0.05])(
    "that no prompt is read within (%d s) are missed by the layout that misses them least",
    (limitSeconds) => {
      const timeToFirstToken = { limitSeconds, percentile: 95 };
      const task = chat({
        inputLength: { mean: 4000, p95: 9000 },
        latency: { timeToFirstToken, timePerOutputToken: null, endToEnd: null },
      });
      const miss = (pins: Pins): number =>
        planTask(prepared(task, llama8b), hardware(), 1, pins).nearestMiss?.miss ?? 0;
      const each = [1, 2, 4, 8].map((tensorParallel) => miss({ ...NO_PINS, tensorParallel }));
      expect(Math.min(...each)).toBeGreaterThan(0);
      expect(miss(NO_PINS)).toBe(Math.min(...each));
    },
  );

  it("that no chip can meet are reported with figure, limit and shortfall", () => {
    const timePerOutputToken = { limitSeconds: 1e-4, percentile: null };
    const task = chat({ latency: { timeToFirstToken: null, timePerOutputToken, endToEnd: null } });
    const { feasible, nearestMiss } = planTask(prepared(task, llama8b), hardware(), 1);
    expect(feasible).toBeNull();
    const miss = nearestMiss?.settle().limits.find(({ id }) => id === "time-per-output-token");
    expect(miss?.limit).toBe(1e-4);
    // Eight chips read 2 bytes for each of 7.5 billion weights at 8 · 2.68 TB/s at best.
    expect(miss?.value).toBeGreaterThan((2 * 7.5e9) / (8 * 0.8 * 3.35e12));
  });
});

describe("closed-loop users", () => {
  const users = (concurrentUsers: number, thinkSeconds: number): InferenceTask =>
    chat({ load: { kind: "users", concurrentUsers, thinkSeconds } });

  it("either wait or think: users = throughput · (response + think time), by Little's law", () => {
    const { metrics } = plan(users(100, 20));
    const response = 100 / metrics.demandPerSecond - 20;
    expect(response).toBeGreaterThan(0);
    expect(response).toBeLessThan(1.3 * (metrics.endToEndSeconds ?? 0));
    expect(response).toBeGreaterThan(0.7 * (metrics.endToEndSeconds ?? 0));
  });

  it("get as many replicas as their limits ask for at the rate at which they really come", () => {
    const idle = plan(users(1, 20)).metrics.timeToFirstTokenSeconds ?? 0;
    const timeToFirstToken = { limitSeconds: 1.3 * idle, percentile: 95 };
    const task = { ...users(400, 5), latency: { ...chat().latency, timeToFirstToken } };
    const { metrics, replicas } = plan(task);
    expect(metrics.timeToFirstTokenSeconds).toBeLessThanOrEqual(1.3 * idle);
    expect(replicas).toBeGreaterThan(plan(users(400, 5)).replicas);
  });

  it("ask more often when they think less", () => {
    expect(plan(users(100, 5)).metrics.demandPerSecond).toBeGreaterThan(
      plan(users(100, 50)).metrics.demandPerSecond,
    );
  });
});

describe("layouts", () => {
  it("spread a model that one chip cannot hold over the fewest that can", () => {
    const seldom = chat({ load: { kind: "rate", requestsPerSecond: 0.1 } });
    // 141 GB of weights; two chips have 144 GB usable.
    const { sharding, replicas } = plan(seldom, llama70b);
    expect(sharding).toMatchObject({ tensor: 2, pipeline: 1 });
    expect(replicas).toBe(1);
  });

  it("add stages across nodes when the scale-up domain is too small", () => {
    const { sharding } = plan(chat(), deepseekV3);
    expect(sharding).toMatchObject({ tensor: 8, pipeline: 4 });
  });

  it("add stages when the weights fit but leave no room for a single sequence", () => {
    const memory = { ...h100().memory, capacityBytes: 17.9e9 / (2 ** 30 / 1e9) };
    const alone = { ...system(), scaleUpChips: 1, chipsPerNode: 1 };
    const on = hardware({ chip: h100({ memory, scaleUp: null }), system: alone });
    expect(plan(chat(), llama8b, on).sharding.pipeline).toBe(2);
  });

  it("are none when all chips together are too small; the message names both sizes", () => {
    const alone = system({ scaleOut: null });
    const { feasible, failure } = planTask(
      prepared(chat(), deepseekV3),
      hardware({ system: alone }),
      1,
    );
    expect(feasible).toBeNull();
    // Eight chips of "80 GB", which are 80 GiB, of which the stack leaves nine tenths.
    const usable = 8 * 80 * 2 ** 30 * 0.9;
    expect(failure[0]).toMatchObject({ id: "chat.memory", value: 2 * 671e9, limit: usable });
  });

  it("may spread experts over chips that attend for themselves", () => {
    const task = chat({ load: { kind: "rate", requestsPerSecond: 200 }, mode: "batch" });
    expect(plan(task, mixtral).metrics.capacityPerSecond).toBeGreaterThanOrEqual(200);
  });
});

describe("experts on other nodes", () => {
  // DeepSeek-V3 in FP8 leaves hardly any room on eight H100; its own deployment spreads the experts over 144 (arXiv:2412.19437, 3.4.2).
  const task = chat({
    load: { kind: "rate", requestsPerSecond: 200 },
    precision: { weights: ["fp8"], activations: ["fp8"], cache: ["fp8"] },
  });
  const planned = (expertsAcrossNodes: boolean): ReturnType<typeof plan> =>
    plan(task, deepseekV3, hardware({ stacks: [stack({ expertsAcrossNodes })] }));

  it("are reached where the stack sends tokens there, with fewer chips for the same demand", () => {
    expect(planned(true).sharding.expert).toBeGreaterThan(8);
    expect(chips(planned(true))).toBeLessThan(chips(planned(false)));
  });
});

describe("compression", () => {
  it("is used where it saves chips, and named with its risk", () => {
    const task = chat({
      load: { kind: "rate", requestsPerSecond: 20 },
      compression: [
        {
          kind: "distillation",
          model: { kind: "catalog", id: llama8b.id },
          accuracyRisk: "medium",
        },
      ],
    });
    const { feasible } = planTask(prepared(task, llama70b, [llama8b]), hardware(), 1);
    expect(feasible?.settle().plan).toMatchObject({ modelId: llama8b.id, accuracyRisk: "medium" });
  });

  it("of two in four values needs a sparse matrix unit", () => {
    const task = chat({
      load: { kind: "rate", requestsPerSecond: 200 },
      compression: [{ kind: "pruning", pattern: "2:4", share: 0.5, accuracyRisk: "low" }],
    });
    const used = (structuredSparsity: boolean): readonly string[] =>
      plan(task, llama70b, hardware({ chip: h100({ structuredSparsity }) })).compression;
    expect(used(true)).toHaveLength(1);
    expect(used(false)).toHaveLength(0);
  });
});

describe("context parallelism", () => {
  /** A rack of 64 H100 in one domain. */
  const rack = {
    chip: h100({ scaleUp: { name: "NVLink", bandwidthBytesPerSecond: 450e9, domainChips: 64 } }),
    system: system({ scaleUpChips: 64, chipsPerNode: 64 }),
  };
  const on = (contextParallel: boolean) =>
    hardware({ ...rack, stacks: [stack({ contextParallel })] });
  const long = (tokens: number, limitSeconds: number) =>
    chat({
      inputLength: { mean: tokens, p95: tokens },
      load: { kind: "rate", requestsPerSecond: 0.05 },
      latency: {
        timeToFirstToken: { limitSeconds, percentile: null },
        timePerOutputToken: null,
        endToEnd: null,
      },
    });

  it("meets a first-token limit on a long prompt that a chip for each head cannot", () => {
    const tensor = { ...UNSHARDED, tensor: llama8b.shape.heads };
    const formats = resolveFormats(device(rack), "bf16", "bf16", "bf16");
    if (!formats) throw new Error("no BF16");
    const quickest = servingBase({
      program: lowerDecoder(llama8b),
      device: device(rack),
      formats,
      sharding: tensor,
      inputTokens: 120_000,
      outputTokens: 200,
    }).prefillSeconds;
    const task = long(120_000, 0.8 * quickest);
    expect(planTask(prepared(task, llama8b), on(false), 1).feasible).toBeNull();
    const found = plan(task, llama8b, on(true));
    expect(found.sharding.context).toBeGreaterThan(1);
    expect(found.metrics.timeToFirstTokenSeconds).toBeLessThanOrEqual(0.8 * quickest);
  });

  it("never needs more chips than without, and leaves prompts of one chunk alone", () => {
    for (const [tokens, seconds] of [
      [4000, 2],
      [30_000, 8],
      [120_000, 30],
    ] as const) {
      const task = long(tokens, seconds);
      const without = plan(task, llama8b, on(false));
      const found = plan(task, llama8b, on(true));
      expect(chips(found)).toBeLessThanOrEqual(chips(without));
    }
    expect(plan(long(4000, 2), llama8b, on(true)).sharding.context).toBe(1);
  });
});
