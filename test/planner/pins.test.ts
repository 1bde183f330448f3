import { describe, expect, it } from "vitest";
import { NO_PINS, pinnedSharding, type Pins } from "../../src/planner/pins.ts";
import { planTask } from "../../src/planner/plan-task.ts";
import { llama70b, llama8b } from "../support/models.ts";
import { chat, hardware, prepared, pretraining } from "../support/tasks.ts";
import { stack } from "../support/chips.ts";

const pins = (fixed: Partial<Pins>): Pins => ({ ...NO_PINS, ...fixed });

function plan(fixed: Partial<Pins>, task = chat(), on = hardware(), model = llama8b) {
  const { feasible, nearestMiss } = planTask(prepared(task, model), on, 1, pins(fixed));
  const option = feasible ?? nearestMiss;
  if (!option) throw new Error("no plan");
  return option.settle().plan;
}

describe("a pinned configuration", () => {
  it("keeps layout, batch and replicas", () => {
    const pinned = plan({ tensorParallel: 4, pipelineParallel: 2, dataParallel: 3, batch: 16 });
    expect(pinned.sharding).toMatchObject({ tensor: 4, pipeline: 2 });
    expect(pinned).toMatchObject({ replicas: 3, chipsPerReplica: 8 });
    expect(pinned.batch).toBeLessThanOrEqual(16);
  });

  it("keeps the formats and the stack", () => {
    const fp8 = { weights: "fp8", activations: "fp8", cache: "fp8" } as const;
    const on = hardware({ stacks: [stack(), stack({ id: "other" })] });
    const pinned = plan({ precision: fp8, stackId: "other" }, chat(), on);
    expect(pinned.precision).toEqual(fp8);
    expect(pinned.stackId).toBe("other");
  });

  it("uses no more chips than it may", () => {
    const fast = chat({
      latency: {
        timeToFirstToken: null,
        timePerOutputToken: { limitSeconds: 0.01, percentile: null },
        endToEnd: null,
      },
    });
    for (const chips of [2, 4, 8]) {
      const { replicas, chipsPerReplica } = plan({ chips }, fast, hardware(), llama70b);
      expect(replicas * chipsPerReplica).toBe(chips);
    }
  });

  it("of a training run keeps the chips", () => {
    const prepare = prepared(pretraining(), llama8b);
    for (const chips of [16, 64]) {
      const { feasible, nearestMiss } = planTask(prepare, hardware(), 1, pins({ chips }));
      expect((feasible ?? nearestMiss)?.chips).toBe(chips);
    }
  });

  it("makes experts wider than the tensor group into attention groups of their own", () => {
    expect(pinnedSharding(pins({ expertParallel: 32, tensorParallel: 4 }))).toMatchObject({
      tensor: 4,
      expert: 32,
      data: 8,
    });
  });
});
