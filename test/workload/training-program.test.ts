import { describe, expect, it } from "vitest";
import { backwardStep } from "../../src/workload/backward.ts";
import { lowerTraining } from "../../src/workload/training-program.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { bertLarge, decoder, gpt3, shape, t5Large } from "../support/models.ts";
import { total } from "../support/totals.ts";

describe("operations of a training step", () => {
  it("are 72·B·s·l·h²·(1 + s/6h + V/12lh) for GPT-3 without recomputation (Narayanan et al. 2021, appendix)", () => {
    const [batch, s, l, h, v] = [4, 2048, 96, 12_288, 51_200];
    const forward = lowerTraining(gpt3).forward(batch, s, UNSHARDED);
    const both = total(forward, "operations") + total(backwardStep(forward, 1), "operations");
    // The paper counts attention without its causal half, which is 1.4 % of the whole.
    const published = 72 * batch * s * l * h * h * (1 + s / (6 * h) + v / (12 * l * h));
    expect(both / published).toBeGreaterThan(0.98);
    expect(both / published).toBeLessThan(1.005);
  });

  it("go to the input gradient alone when nearly all weights are frozen (LoRA, Hu et al. 2021)", () => {
    const forward = lowerTraining(gpt3).forward(1, 2048, UNSHARDED);
    const once = total(forward, "operations", "matmul");
    expect(total(backwardStep(forward, 1), "operations", "matmul") / once).toBeCloseTo(2);
    expect(total(backwardStep(forward, 0), "operations", "matmul") / once).toBeCloseTo(1);
  });

  it("repeat the scores of flash attention: five multiplies backward for two forward (Dao et al. 2022)", () => {
    const forward = lowerTraining(gpt3).forward(1, 2048, UNSHARDED);
    const backward = total(backwardStep(forward, 1), "operations", "attention");
    expect(backward / total(forward, "operations", "attention")).toBe(2.5);
  });

  it("see both directions in an encoder", () => {
    const forward = lowerTraining(bertLarge).forward(1, 512, UNSHARDED);
    expect(total(forward, "operations", "attention")).toBe(4 * 24 * 1024 * 512 ** 2);
  });

  it("pass each of encoder and decoder once over its own tokens", () => {
    const forward = lowerTraining(t5Large).forward(1, 512, UNSHARDED);
    // T5 large: 12·h² a layer in each stack, 4·h² of cross-attention in the decoder, and the vocabulary.
    const weights = 24 * (12 + 12 + 4) * 1024 ** 2 + 32_128 * 1024;
    expect(total(forward, "operations", "matmul")).toBe(2 * 512 * weights);
  });
});

describe("activations kept for the backward pass", () => {
  // The models of Korthikanti et al. 2022, table 3: layers, hidden width, heads, tensor groups, stages, micro-batch.
  const MODELS = [
    { name: "22B", layers: 48, hidden: 6144, heads: 64, tensor: 8, pipeline: 1, batch: 4 },
    { name: "175B", layers: 96, hidden: 12_288, heads: 96, tensor: 8, pipeline: 8, batch: 1 },
    { name: "530B", layers: 105, hidden: 20_480, heads: 128, tensor: 8, pipeline: 35, batch: 1 },
    { name: "1T", layers: 128, hidden: 25_600, heads: 160, tensor: 8, pipeline: 64, batch: 1 },
  ];

  it.each(MODELS)(
    "are 34·s·b·h/t bytes a layer for $name, and 2·s·b·h/t when all is recomputed",
    ({ name, layers, hidden, heads, tensor, pipeline, batch }) => {
      const program = lowerTraining(decoder(name, 1e9, shape(layers, hidden, heads)));
      const sharding = { ...UNSHARDED, tensor, pipeline };
      const perLayer = (2048 * batch * hidden) / tensor;
      const kept = (recompute: "none" | "full"): number =>
        program.activationBytes(batch, 2048, sharding, recompute) / (layers / pipeline);
      expect(kept("none")).toBeCloseTo(34 * perLayer, 0);
      expect(kept("full")).toBeCloseTo(2 * perLayer, 0);
    },
  );

  it("include one rebuilt layer and, without stages, FP32 logits", () => {
    const program = lowerTraining(gpt3);
    const tokens = 2048;
    const rebuilt = 32 * tokens * 12_288;
    expect(program.transientBytes(1, tokens, UNSHARDED, "none")).toBe(4 * tokens * 51_200);
    expect(program.transientBytes(1, tokens, { ...UNSHARDED, pipeline: 8 }, "full")).toBe(rebuilt);
  });
});

describe("units", () => {
  it("are tokens for text, in encoder-decoders too, and samples where the input fixes the tokens", () => {
    expect(lowerTraining(t5Large).tokensPerSequence(512)).toBe(512);
    expect(lowerTraining(bertLarge).tokensPerSequence(512)).toBe(512);
    expect(lowerTraining({ ...bertLarge, tokensPerSample: 197 }).tokensPerSequence(1)).toBe(1);
  });
});
