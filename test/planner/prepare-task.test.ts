import { describe, expect, it } from "vitest";
import { planTask } from "../../src/planner/plan-task.ts";
import { prepareTask, type Draft } from "../../src/planner/prepare-task.ts";
import type { InferenceTask } from "../../src/input/workload-types.ts";
import { chat, hardware } from "../support/tasks.ts";
import { llama70b, llama8b } from "../support/models.ts";
import { stack } from "../support/chips.ts";

const speculation: InferenceTask["speculation"] = {
  draft: { kind: "catalog", id: "test" },
  tokens: 4,
  acceptance: 0.8,
};

function planned(task: InferenceTask, draft: Draft = llama8b) {
  const prepared = prepareTask(task, llama70b, [], draft);
  const option = planTask(prepared, hardware({ stacks: [stack()] }), 1).feasible;
  if (!option) throw new Error("no plan");
  return { chips: option.chips, ...option.settle().plan };
}

describe("speculative decoding", () => {
  const tight = { limitSeconds: 0.012, percentile: null };
  const latency = { timeToFirstToken: null, timePerOutputToken: tight, endToEnd: null };

  it("is chosen where the time per token is tight", () => {
    const plan = planned(chat({ speculation, latency }));
    expect(plan.compression).toEqual(["4 tokens proposed by llama3.1-8b"]);
    expect(plan.chips).toBeLessThan(planned(chat({ latency })).chips);
  });

  it("takes a model's own prediction head for a draft that costs less than another model", () => {
    const plan = planned(chat({ speculation, latency }), "prediction-head");
    expect(plan.compression).toEqual(["4 tokens proposed by its prediction head"]);
    expect(plan.metrics.timePerOutputTokenSeconds).toBeLessThan(
      planned(chat({ speculation, latency })).metrics.timePerOutputTokenSeconds ?? 0,
    );
  });

  it("is left alone where the draft is never right: it costs and yields nothing", () => {
    const useless = { ...speculation, acceptance: 0 };
    const plan = planned(chat({ speculation: useless }));
    expect(plan.compression).toEqual([]);
    expect(plan.chips).toBe(planned(chat()).chips);
  });

  it("never costs chips: the planner may leave it", () => {
    for (const acceptance of [0.2, 0.5, 0.9]) {
      const plan = planned(chat({ speculation: { ...speculation, acceptance } }));
      expect(plan.chips).toBeLessThanOrEqual(planned(chat()).chips);
    }
  });
});

describe("a prefix cache", () => {
  it("shortens the time to the first token and never costs chips", () => {
    const cold = planned(chat());
    const warm = planned(chat({ prefixHitRate: 0.8 }));
    expect(warm.chips).toBeLessThanOrEqual(cold.chips);
    const first = (plan: typeof cold): number => plan.metrics.timeToFirstTokenSeconds ?? NaN;
    expect(first(warm)).toBeLessThan(first(cold));
  });
});
