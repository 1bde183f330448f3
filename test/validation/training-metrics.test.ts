import { describe, expect, it } from "vitest";
import { flopsConvention, flopsPerToken } from "../../src/validation/training-flops.ts";
import { gpt3, llama8b } from "../support/models.ts";
import { catalog, predicted, results, row } from "./rows.ts";

const run = (fields: Record<string, string>) =>
  row("training", {
    model_id: llama8b.id,
    chips: "8",
    seq_len: "4096",
    global_batch_sequences: "64",
    micro_batch: "1",
    precision: "bf16",
    tp: "1",
    pp: "1",
    dp: "8",
    zero_stage: "3",
    recompute: "full",
    value: "1",
    ...fields,
  });

const value = (metric: string, fields: Record<string, string> = {}) =>
  predicted(run({ metric, ...fields }));

describe("throughput", () => {
  const step = value("step_time_s");

  it("in samples counts sequences of all chips, in tokens per chip their tokens on one", () => {
    expect(value("samples_per_s")).toBeCloseTo(64 / step, 9);
    expect(value("tokens_per_s_per_chip")).toBeCloseTo((64 * 4096) / (8 * step), 6);
  });

  it("in operations is tokens times what the source counts for one; MFU is its share of the format's peak", () => {
    const each = flopsPerToken(llama8b, 4096, { passes: 3, attention: 1 }) ?? 0;
    const rate = (each * 64 * 4096) / (8 * step);
    expect(value("tflops_per_chip")).toBeCloseTo(rate / 1e12, 6);
    expect(value("mfu")).toBeCloseTo(rate / 989e12, 9);
  });

  it("with recomputed operations counted is a third higher", () => {
    const note = "HARDWARE-style FLOPs with recomputation";
    expect(value("tflops_per_chip", { note })).toBeCloseTo((4 / 3) * value("tflops_per_chip"), 6);
  });
});

describe("operations of a token", () => {
  it("follow Narayanan et al. 2021: 72·B·s·l·h²·(1 + s/(6h) + V/(12·l·h)) a step, 96 and V/(16·l·h) with recomputation", () => {
    const [s, l, h, v] = [2048, 96, 12_288, 51_200];
    const model = 72 * l * h ** 2 * (1 + s / (6 * h) + v / (12 * l * h));
    const hardware = 96 * l * h ** 2 * (1 + s / (6 * h) + v / (12 * l * h));
    const counted = (passes: number) => flopsPerToken(gpt3, s, { passes, attention: 1 }) ?? 0;
    expect(counted(3) / model).toBeCloseTo(1, 9);
    expect(counted(4) / hardware).toBeCloseTo(1, 9);
  });

  it("are 51.5 G for Llama 3 8B at 8K in Megatron-Bridge, which halves attention (its own check)", () => {
    const each = flopsPerToken(llama8b, 8192, { passes: 3, attention: 0.5 }) ?? 0;
    expect(each / 51.5e9).toBeCloseTo(1, 2);
  });
});

describe("the convention of a note", () => {
  const convention = (note: string, model = "GPT") => flopsConvention(run({ note }), model);

  it.each([
    ["MFU formula: 6N + 12*L*d*s per token, attention NOT causally halved.", 3, 1],
    ["MaxText formula: attention counted without causal halving (4*s^2*b*h*d fwd)", 3, 1],
    ["model TFLOPs (attention counted non-causally)", 3, 1],
    ["MaxText causal-halved attention (checked)", 3, 0.5],
    ["Megatron-Bridge counts attention causally: checked 51.5 GFLOP/token", 3, 0.5],
    ["Model TFLOPs, attention counted CAUSALLY, recompute excluded.", 3, 0.5],
    ["134 TFLOPS per GPU, which is hardware FLOPs with activation recompute", 4, 1],
    ["SQuAD packed to 4096 tokens", 3, 0],
    ["", 3, 1],
  ])("%s", (note, passes, attention) => {
    expect(convention(note)).toEqual({ passes, attention });
  });

  it("counts two passes where only adapters train", () => {
    expect(convention("", "Llama-2-70B (LoRA)").passes).toBe(2);
  });
});

describe("a model that only the row describes", () => {
  const columns = {
    model_id: "",
    model: "Fourteen",
    layers: "32",
    hidden: "4096",
    heads: "32",
    kv_heads: "8",
    ffn: "14336",
    vocab: "128256",
  };

  it("is built from its columns, gated and with its own output table when the parameters say so", () => {
    expect(value("step_time_s", { ...columns, params_b: "8.03" })).toBeCloseTo(
      value("step_time_s"),
      3,
    );
    const plain = value("step_time_s", { ...columns, params_b: "6.1" });
    expect(plain).toBeLessThan(0.9 * value("step_time_s"));
  });

  it("that lacks a column is a reason to skip", () => {
    const [result] = results([run({ metric: "mfu", ...columns, heads: "" })]);
    expect(result?.skipped).toBe("model not in the catalogue: Fourteen");
  });
});

describe("layouts", () => {
  it("that a row leaves out are the quickest that fit", () => {
    const open = { tp: "", pp: "", dp: "", zero_stage: "", recompute: "", micro_batch: "" };
    expect(value("step_time_s", open)).toBeLessThanOrEqual(
      value("step_time_s", { zero_stage: "1", recompute: "full", tp: "8", dp: "1" }),
    );
  });

  it("recompute costs time, and is read from any wording", () => {
    const none = value("step_time_s", { recompute: "none" });
    const selective = value("step_time_s", { recompute: "selective op" });
    const full = value("step_time_s", { recompute: "full (block, 70 layers)" });
    expect(selective).toBeGreaterThan(none);
    expect(full).toBeGreaterThan(1.2 * none);
  });
});

describe("rows that cannot be predicted", () => {
  it.each([
    ["time to train needs the number of steps to convergence", { metric: "time_to_train_min" }],
    ["no global batch stated", { metric: "mfu", global_batch_sequences: "" }],
    ["no number of chips stated", { metric: "mfu", chips: "" }],
  ])("say why: %s", (reason, fields) => {
    expect(results([run(fields)], catalog())[0]?.skipped).toBe(reason);
  });
});
