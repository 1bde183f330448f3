import { describe, expect, it } from "vitest";
import type { DecoderModel } from "../../src/catalog/types.ts";
import type { TrainingTask } from "../../src/input/workload-types.ts";
import { planTask } from "../../src/planner/plan-task.ts";
import { h100, system } from "../support/chips.ts";
import { decoder, gpt3, llama8b, shape, t5Large } from "../support/models.ts";
import { chat, hardware, prepared, pretraining } from "../support/tasks.ts";

const outcome = (task: TrainingTask, model: DecoderModel = llama8b, on = hardware(), factor = 1) =>
  planTask(prepared(task, model), on, factor);

function plan(...args: Parameters<typeof outcome>) {
  const { feasible } = outcome(...args);
  if (!feasible) throw new Error("no feasible plan");
  return feasible.settle().plan;
}

const chips = ({ replicas, chipsPerReplica }: ReturnType<typeof plan>): number =>
  replicas * chipsPerReplica;

/** That no other layout has fewer chips is what training/best-layout.test.ts is about. */
describe("the cheapest training plan", () => {
  it("meets the deadline and fits the memory", () => {
    const { metrics } = plan(pretraining({ totalTokens: 20e9 }));
    expect(metrics.trainingSeconds).toBeLessThanOrEqual(86_400);
    expect(metrics.memoryBytesPerChip).toBeLessThanOrEqual(72e9);
  });

  it("never needs fewer chips for more tokens", () => {
    const counts = [1, 2, 5, 10, 40].map((factor) =>
      chips(plan(pretraining(), llama8b, hardware(), factor)),
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  it("adds replicas for the sake of memory where nothing else divides the states", () => {
    const island = system({ scaleUpChips: 1, chipsPerNode: 1 });
    const small = decoder("flat", 8e9, shape(1, 25_000, 1));
    const on = hardware({ chip: h100({ scaleUp: null }), system: island });
    const { replicas, zeroStage } = plan(pretraining({ totalTokens: 1e6 }), small, on);
    // 16 bytes a parameter are 128 GB; one chip has 72.
    expect(zeroStage).toBeGreaterThan(0);
    expect(replicas).toBeGreaterThan(1);
  });

  it("needs far less memory when only an adapter is trained", () => {
    const full = plan(pretraining({ totalTokens: 1e6 }));
    const adapter = plan(
      pretraining({ totalTokens: 1e6, kind: "fine-tuning", trainableShare: 0.005 }),
    );
    expect(chips(full)).toBeGreaterThan(1);
    expect(chips(adapter)).toBe(1);
  });

  it("counts the tokens of an encoder-decoder, not its samples", () => {
    const { feasible } = planTask(
      prepared(pretraining({ sequenceLength: 512 }), t5Large),
      hardware(),
      1,
    );
    expect(feasible?.settle().plan.metrics.workUnit).toBe("token");
  });
});

describe("a deadline that cannot be met", () => {
  it("is reported with the time that the largest cluster needs", () => {
    const on = hardware({ system: system({ scaleOut: null }) });
    const task = pretraining({ totalTokens: 300e9 });
    const { feasible, nearestMiss } = outcome(task, llama8b, on);
    expect(feasible).toBeNull();
    const [deadline] = nearestMiss?.limits ?? [];
    expect(deadline).toMatchObject({ id: "deadline", limit: 86_400 });
    // Eight chips at the peak do 6·N·D operations in at least this time.
    expect(deadline?.value).toBeGreaterThan((6 * 7e9 * 300e9) / (8 * 989e12));
    expect(nearestMiss?.settle().plan.replicas).toBeLessThanOrEqual(8);
  });

  it("is no plan at all when the states fit nowhere", () => {
    const on = hardware({ system: system({ scaleOut: null }) });
    const { feasible, nearestMiss, failure } = outcome(pretraining(), gpt3, on);
    expect(feasible ?? nearestMiss).toBeNull();
    expect(failure[0]).toMatchObject({ id: "pretrain.memory", value: 16 * 175e9 });
  });
});

describe("a task that is not trained", () => {
  it("has no training plan", () => {
    const { feasible } = planTask(prepared(chat(), llama8b), hardware(), 1);
    expect(feasible?.settle().plan.metrics.trainingSeconds).toBeNull();
  });
});
