import { describe, expect, it } from "vitest";
import type { DecoderModel } from "../../src/catalog/types.ts";
import type { TrainingTask } from "../../src/input/workload-types.ts";
import { planTask } from "../../src/planner/plan-task.ts";
import type { Precision } from "../../src/units/precision.ts";
import { h100, stack, system } from "../support/chips.ts";
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

describe("formats of the optimizer's moments", () => {
  const adamStack = stack({
    training: { gradients: "bf16", optimizerStates: ["fp32", "bf16", "int8"] },
  });
  const on = hardware({ system: system({ scaleOut: null }), stacks: [adamStack] });
  const allowing = (optimizer: readonly Precision[], overrides: Partial<TrainingTask> = {}) =>
    pretraining({ precision: { ...pretraining().precision, optimizer }, ...overrides });

  it("are FP32 where the workload says nothing, and where narrower ones save no chips", () => {
    const task = { totalTokens: 5e9 };
    expect(plan(pretraining(task), llama8b, on)).toMatchObject({
      accuracyRisk: "none",
      precision: { optimizer: "fp32" },
    });
    expect(plan(allowing(["bf16", "fp32"], task), llama8b, on)).toMatchObject({
      accuracyRisk: "none",
      precision: { optimizer: "fp32" },
    });
  });

  it("are narrower where that saves chips, at a risk to accuracy", () => {
    // 16 bytes of 18 billion parameters are 288 GB, four chips; with 12 (moments in BF16) and 10 (in eight bits) three hold them.
    const model = decoder("18B", 18e9, shape(48, 5120, 40, { vocabulary: 32_000 }));
    const task = { totalTokens: 1e6 };
    const wide = plan(allowing(["fp32"], task), model, on);
    const narrow = plan(allowing(["fp32", "int8"], task), model, on);
    expect(chips(narrow)).toBeLessThan(chips(wide));
    expect(narrow).toMatchObject({ accuracyRisk: "medium", precision: { optimizer: "int8" } });
  });

  it("are FP32 where the stack has none of those allowed", () => {
    const { precision } = plan(allowing(["fp16"]), llama8b, on);
    expect(precision.optimizer).toBe("fp32");
  });
});

describe("a deadline that cannot be met", () => {
  it("is reported with the time that the largest cluster needs", () => {
    const on = hardware({ system: system({ scaleOut: null }) });
    const task = pretraining({ totalTokens: 300e9 });
    const { feasible, nearestMiss } = outcome(task, llama8b, on);
    expect(feasible).toBeNull();
    const [deadline] = nearestMiss?.settle().limits ?? [];
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
