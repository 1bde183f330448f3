import { describe, expect, it } from "vitest";
import { trainingForward, type TrainingKernels } from "../../src/workload/training-operators.ts";
import { transformerStep } from "../../src/workload/transformer.ts";
import { UNSHARDED, type Operator, type Sharding } from "../../src/workload/types.ts";
import { shape } from "../support/models.ts";

const gpt = shape(2, 1024, 16, { vocabulary: 50_000 });
const pass = { batch: 1, newTokens: 2048, cachedTokens: 0, causal: true };

function operators(kernels: TrainingKernels, sharding: Sharding = UNSHARDED): readonly Operator[] {
  const answer = transformerStep(gpt, pass, sharding, "all");
  return trainingForward(answer, gpt, pass, sharding, kernels).operators;
}

const elements = (list: readonly Operator[], name: string): number =>
  list
    .filter((operator) => operator.name === name)
    .reduce((sum, { count, activationElements }) => sum + count * activationElements, 0);

describe("early kernels", () => {
  it("write and read the whole score matrix, sequence² a head, five times and a mask (no flash attention)", () => {
    const early = operators("early");
    const scores = 2 * 16 * 2048 ** 2;
    const queries = 2 * 2048 * 1024;
    const traffic = ["attention.scores", "attention.softmax", "attention.values"]
      .map((name) => elements(early, name))
      .reduce((a, b) => a + b, 0);
    // One write, softmax read and write, dropout read, write and mask of a byte, one read.
    expect(traffic).toBeCloseTo((1 + 2 + 2.5 + 1) * scores + 2 * queries, -3);
    expect(early.some(({ kind }) => kind === "attention")).toBe(false);
    // Masked scores are multiplied all the same: 2 · heads · s² · d for each of the two multiplies and layers.
    const operations = early
      .filter(({ name }) => name === "attention.scores" || name === "attention.values")
      .reduce((sum, { count, operations: each }) => sum + count * each, 0);
    expect(operations).toBe(2 * 2 * 2 * 2048 ** 2 * 1024);
  });

  it("repeat norms on every chip of a tensor group; sequence parallelism splits them (Korthikanti et al. 2022)", () => {
    const split = { ...UNSHARDED, tensor: 4 };
    const norms = (kernels: TrainingKernels, sharding: Sharding): number =>
      elements(operators(kernels, sharding), "normalisation");
    expect(norms("early", split)).toBe(norms("early", UNSHARDED));
    expect(norms("fused", split)).toBe(norms("fused", UNSHARDED) / 4);
  });
});

describe("the loss", () => {
  it("passes the logits of every token through memory in FP32: 2 + 4 + 4 bytes", () => {
    expect(2 * elements(operators("fused"), "loss")).toBe(10 * 2048 * 50_000);
  });

  it("is not there when a model has no vocabulary projection", () => {
    const answer = transformerStep(gpt, pass, UNSHARDED, "none");
    const training = trainingForward(answer, gpt, pass, UNSHARDED, "fused");
    expect(training.operators.some(({ name }) => name === "loss")).toBe(false);
  });
});
