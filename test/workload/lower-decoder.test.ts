import { describe, expect, it } from "vitest";
import { lowerDecoder } from "../../src/workload/lower-transformer.ts";
import { chipsPerReplica, weightElementsPerChip } from "../../src/workload/program.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { decoder, deepseekV3, llama70b, mixtral, shape } from "../support/models.ts";
import { named, total } from "../support/totals.ts";

const embedding = ({ shape: { vocabulary, hidden } }: typeof llama70b): number =>
  vocabulary * hidden;

describe("prefill", () => {
  const tokens = 2048;
  const step = lowerDecoder(llama70b).prefill(1, tokens, UNSHARDED);

  it("multiplies every weight with every token: 2·N·T, and the vocabulary with the last token only", () => {
    const layers = llama70b.parameters - 2 * embedding(llama70b);
    const expected = 2 * layers * tokens + 2 * embedding(llama70b);
    expect(total(step, "operations", "matmul", "experts") / expected).toBeCloseTo(1, 3);
  });

  it("attends to half the square, as the mask is causal: 4·L·h·T·(T + 1)/2", () => {
    const expected = (4 * 80 * 8192 * tokens * (tokens + 1)) / 2;
    expect(total(step, "operations", "attention")).toBeCloseTo(expected, -3);
  });
});

describe("decode", () => {
  it("reads every weight once but the embedding table, whatever the batch", () => {
    const program = lowerDecoder(llama70b);
    for (const batch of [1, 64]) {
      const read = total(
        program.decode(batch, 100, 0, UNSHARDED),
        "weightElements",
        "matmul",
        "experts",
      );
      expect(read / (llama70b.parameters - embedding(llama70b))).toBeCloseTo(1, 3);
    }
  });

  it.each([mixtral, deepseekV3])(
    "touches the active parameters of $id for a single sequence (model card)",
    (model) => {
      const step = lowerDecoder(model).decode(1, 100, 0, UNSHARDED);
      // In the compressed space of latent attention the up-projections have the same size as in prefill.
      const read = total(step, "weightElements", "matmul", "experts") + embedding(model);
      expect(read / model.activeParameters).toBeGreaterThan(0.98);
      expect(read / model.activeParameters).toBeLessThan(1.03);
    },
  );

  it("reads nearly all experts for a large batch", () => {
    const step = lowerDecoder(mixtral).decode(64, 100, 0, UNSHARDED);
    const read = total(step, "weightElements", "matmul", "experts") + embedding(mixtral);
    expect(read / mixtral.parameters).toBeCloseTo(1, 2);
  });

  it("reads the cache of every sequence and adds one token to it", () => {
    const step = lowerDecoder(llama70b).decode(3, 1000, 24, UNSHARDED);
    const perToken = 2 * 8 * 128;
    expect(named(step, "attention.full").cacheElements).toBe(3 * (1025 + 1) * perToken);
  });
});

describe("cache", () => {
  it("takes 327,680 bytes a token for Llama 3.1 70B at 16 bits: 2 · 80 layers · 8 heads · 128 · 2 bytes", () => {
    expect(2 * lowerDecoder(llama70b).cacheElements(1, 0, UNSHARDED)).toBe(327_680);
  });

  it("takes 576 elements a layer for DeepSeek-V3, on every tensor-parallel chip (DeepSeek-V2, 2024)", () => {
    const program = lowerDecoder(deepseekV3);
    expect(2 * program.cacheElements(1, 0, UNSHARDED)).toBe(576 * 61 * 2);
    expect(2 * program.cacheElements(1, 0, { ...UNSHARDED, tensor: 8 })).toBe(576 * 61 * 2);
  });

  it("keeps a copy of a key/value head on every chip when there are more chips than heads", () => {
    const program = lowerDecoder(llama70b);
    const whole = program.cacheElements(1, 0, UNSHARDED);
    expect(program.cacheElements(1, 0, { ...UNSHARDED, tensor: 8 })).toBe(whole / 8);
    expect(program.cacheElements(1, 0, { ...UNSHARDED, tensor: 16 })).toBe(whole / 8);
  });

  it("divides the tokens under context parallelism, and a chip reads only its share", () => {
    const program = lowerDecoder(deepseekV3);
    const split = { ...UNSHARDED, context: 4 };
    expect(program.cacheElements(1000, 24, split)).toBe(
      program.cacheElements(1000, 24, UNSHARDED) / 4,
    );
    const whole = named(program.decode(1, 1023, 0, UNSHARDED), "attention.full");
    const part = named(program.decode(1, 1023, 0, split), "attention.full");
    expect(part.operations).toBeCloseTo(whole.operations / 4, 6);
    expect(part.cacheElements).toBeCloseTo(whole.cacheElements / 4, 6);
  });

  it("stops growing at the window in windowed layers", () => {
    const local = { ...shape(2, 512, 4).span, fullLayers: 1, windowLayers: 1, windowTokens: 1024 };
    const program = lowerDecoder(decoder("windowed", 1e7, shape(2, 512, 4, { span: local })));
    const at = (tokens: number): number => program.cacheElements(tokens, 0, UNSHARDED);
    const perToken = 2 * 512;
    expect(at(1024)).toBe(2 * 1024 * perToken);
    expect(at(4096)).toBe((4096 + 1024) * perToken);
    const step = program.decode(1, 8000, 0, UNSHARDED);
    expect(named(step, "attention.window").n).toBe(1024);
    expect(named(step, "attention.full").n).toBe(8001);
  });

  it("is a state of constant size in linear-attention layers: value heads · value width · key width", () => {
    const span = { ...shape(2, 512, 4).span, fullLayers: 0, linearLayers: 2 };
    const linear = { keyHeads: 2, keyDim: 64, valueHeads: 4, valueDim: 128 };
    const program = lowerDecoder(decoder("linear", 1e7, shape(2, 512, 4, { span, linear })));
    expect(program.cacheElements(10, 0, UNSHARDED)).toBe(2 * 4 * 128 * 64);
    expect(program.cacheElements(10_000, 0, UNSHARDED)).toBe(2 * 4 * 128 * 64);
  });
});

describe("sharding", () => {
  const whole = lowerDecoder(llama70b).prefill(1, 512, UNSHARDED);

  it.each([
    { tensor: 8, pipeline: 1, context: 1 },
    { tensor: 2, pipeline: 1, context: 4 },
    { tensor: 4, pipeline: 4, context: 1 },
  ])("splits the work of the layers evenly over $tensor × $pipeline × $context chips", (split) => {
    const sharding = { ...UNSHARDED, ...split };
    const part = lowerDecoder(llama70b).prefill(1, 512, sharding);
    const layers = (step: typeof part): number =>
      total(step, "operations", "matmul", "experts", "attention") -
      named(step, "vocabulary").operations;
    expect((layers(part) * chipsPerReplica(sharding)) / layers(whole)).toBeCloseTo(1, 9);
  });

  it("divides the weights over tensor and pipeline, and experts over the wider group", () => {
    const dense = lowerDecoder(llama70b);
    const both = { ...UNSHARDED, tensor: 4, pipeline: 2 };
    expect(weightElementsPerChip(dense, both)).toBeCloseTo(llama70b.parameters / 8, 0);
    const moe = lowerDecoder(deepseekV3);
    const wide = { ...UNSHARDED, expert: 32, data: 32 };
    const { expertParameters } = moe.limits;
    expect(weightElementsPerChip(moe, wide)).toBeCloseTo(
      deepseekV3.parameters - expertParameters + expertParameters / 32,
      0,
    );
  });

  it("sends two all-reduces a layer between tensor-parallel chips (Megatron-LM, Shoeybi et al. 2019)", () => {
    const step = lowerDecoder(llama70b).prefill(1, 512, { ...UNSHARDED, tensor: 8 });
    const reduce = step.collectives.find(({ kind }) => kind === "all-reduce");
    expect(reduce).toMatchObject({ count: 160, elements: 512 * 8192 });
  });

  it("sends one all-reduce a layer where mixers and feed-forward networks alternate", () => {
    const span = { ...shape(4, 512, 4).span, fullLayers: 1, linearLayers: 1, noneLayers: 2 };
    const hybrid = lowerDecoder(decoder("hybrid", 1e7, shape(4, 512, 4, { span })));
    const step = hybrid.prefill(1, 512, { ...UNSHARDED, tensor: 2 });
    expect(step.collectives.find(({ kind }) => kind === "all-reduce")?.count).toBe(4);
  });
});
