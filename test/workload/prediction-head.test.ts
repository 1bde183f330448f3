import { describe, expect, it } from "vitest";
import { lowerDecoder } from "../../src/workload/lower-transformer.ts";
import { predictionHead } from "../../src/workload/prediction-head.ts";
import { speculate } from "../../src/workload/speculate.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { deepseekV3, llama70b } from "../support/models.ts";
import { named, total } from "../support/totals.ts";

describe("the multi-token prediction head", () => {
  const head = predictionHead(deepseekV3);
  const step = head.decode(1, 1000, 0, UNSHARDED);
  /** Listed beside the layer and its parameters in DeepSeek's document, as its own part. */
  const projection = 2 * 7168 ** 2;

  it("has 11.5 B parameters of its own in DeepSeek-V3", () => {
    // deepseek-ai/DeepSeek-V3 README_WEIGHTS.md@0b39205: "11.5B unique parameters".
    expect((head.weightElements - projection) / 1e9).toBeCloseTo(11.5, 1);
  });

  it("multiplies one token with 2.4 B of them, the shared output head included", () => {
    // The same: "Activation parameters: 2.4B", 0.9 B of it the embedding, of which one row is read.
    const multiplied = total(step, "weightElements", "matmul", "experts") - projection;
    expect(multiplied / 1e9 + 0.9).toBeCloseTo(2.4, 1);
  });

  it("projects the last hidden state and an embedding into one", () => {
    expect(named(step, "head.projection")).toMatchObject({ m: 1, n: 7168, k: 2 * 7168 });
    expect(named(head.prefill(2, 100, UNSHARDED), "head.projection").m).toBe(200);
  });

  it("keeps one more layer of keys and values", () => {
    const cache = (program: typeof head): number => program.cacheElements(1000, 0, UNSHARDED);
    expect(cache(head)).toBeCloseTo(cache(lowerDecoder(deepseekV3)) / 61, 6);
  });

  it("runs in the engine's own step: the host launches once a round, however many it proposes, and samples the tokens that are checked", () => {
    const target = lowerDecoder(deepseekV3);
    const round = { tokens: 3, yielded: 2.82 };
    const { runs, sequences } = speculate(target, head, round).decode(4, 1000, 0, UNSHARDED);
    expect(runs).toBeCloseTo(1 / 2.82, 10);
    expect(sequences).toBeCloseTo((4 * (3 + 1)) / 2.82, 10);
  });

  it("is a dense layer where the model is dense", () => {
    // 80 layers of 0.86 B and a projection of 2 · 8192².
    const dense = predictionHead(llama70b);
    expect(dense.limits.expertParameters).toBe(0);
    expect(dense.weightElements / 1e9).toBeCloseTo(0.86 + 0.13, 1);
  });
});
