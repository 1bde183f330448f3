import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import type { InferenceTask } from "../../src/input/workload-types.ts";
import { holds } from "../../src/planner/limits.ts";
import { planTask } from "../../src/planner/plan-task.ts";
import { chat, hardware, prepared } from "../support/tasks.ts";
import { system } from "../support/chips.ts";
import { llama8b } from "../support/models.ts";

const networked = hardware({
  system: system({
    scaleOut: { name: "400G", bandwidthBytesPerSecond: 50e9, latencySeconds: 5e-6, maxChips: 1024 },
  }),
});
const alone = hardware({ system: system({ scaleOut: null }) });

function planned(task: InferenceTask, on = networked) {
  const option = planTask(prepared(task, llama8b), on, 1).feasible;
  return option && { option, ...option.settle() };
}

const limits = (first: number, token: number): InferenceTask["latency"] => ({
  timeToFirstToken: { limitSeconds: first, percentile: null },
  timePerOutputToken: { limitSeconds: token, percentile: null },
  endToEnd: null,
});

/** Long prompts, short answers: mixed replicas spend their time on prompts, which stretches every token. */
const busy = (overrides: Partial<InferenceTask> = {}) =>
  chat({
    load: { kind: "rate", requestsPerSecond: 60 },
    inputLength: { mean: 6000, p95: 6000 },
    outputLength: { mean: 200, p95: 200 },
    latency: limits(2, 0.008),
    ...overrides,
  });

describe("pools of their own for prefill and decode", () => {
  it("save chips where prompts are long and the time per token is tight", () => {
    const mixed = planned(busy());
    const split = planned(busy({ disaggregation: true }));
    expect(split?.plan.prefillPool).toBeDefined();
    expect(split?.option.chips).toBeLessThan(mixed?.option.chips ?? 0);
  });

  it("count the chips of both, and every limit holds", () => {
    const split = planned(busy({ disaggregation: true }));
    const { chipsPerReplica = 0, replicas = 0, prefillPool } = split?.plan ?? {};
    const readers = (prefillPool?.chipsPerReplica ?? 0) * (prefillPool?.replicas ?? 0);
    expect(split?.option.chips).toBe(chipsPerReplica * replicas + readers);
    expect(split?.plan.chipShare).toBe(split?.option.chips);
    expect(split?.limits.filter((limit) => !holds(limit))).toEqual([]);
  });

  it("need a network between the replicas", () => {
    expect(planned(busy({ disaggregation: true }), alone)?.plan.prefillPool).toBeUndefined();
  });

  it("never cost chips: the planner may leave them", () => {
    const lengths = fc.record({
      rate: fc.integer({ min: 1, max: 80 }),
      input: fc.integer({ min: 50, max: 8000 }),
      output: fc.integer({ min: 10, max: 800 }),
      token: fc.double({ min: 0.006, max: 0.1, noNaN: true }),
      users: fc.boolean(),
    });
    fc.assert(
      fc.property(lengths, ({ rate, input, output, token, users }) => {
        const task = busy({
          load: users
            ? { kind: "users", concurrentUsers: 20 * rate, thinkSeconds: 10 }
            : { kind: "rate", requestsPerSecond: rate },
          inputLength: { mean: input, p95: input },
          outputLength: { mean: output, p95: output },
          latency: limits(1, token),
        });
        const mixed = planned(task)?.option.chips ?? Infinity;
        const split = planned({ ...task, disaggregation: true })?.option.chips ?? Infinity;
        expect(split).toBeLessThanOrEqual(mixed);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
