import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelProblems } from "../../src/catalog/check-model.ts";
import { readModel } from "../../src/catalog/read-model.ts";
import type { Model } from "../../src/catalog/types.ts";
import { inlineErrors, profileErrors, readProfile } from "./model-profiles.ts";

const shape = { layers: 2, hidden: 64, heads: 4 };

function decoder(document: Record<string, unknown>) {
  const { model } = readModel(document);
  if (model.kind !== "decoder") throw new Error(`read as ${model.kind}`);
  return model;
}

describe("a model written in a workload file", () => {
  it("needs no more than its kind and shape", () => {
    const document = { kind: "decoder", shape };
    expect(inlineErrors(document)).toEqual([]);
    expect(profileErrors(document)).not.toEqual([]);
    expect(decoder(document)).toMatchObject({
      id: "inline-model",
      name: "inline-model",
      task: "text-generation",
      confidence: "medium",
      maxContextTokens: null,
      publishedMacs: null,
      shape: {
        keyValueHeads: 4,
        headDim: 16,
        ffn: 256,
        gated: false,
        vocabulary: 0,
        tiedEmbeddings: false,
        experts: null,
        latent: null,
        span: { fullLayers: 2, windowLayers: 0, linearLayers: 0, noneLayers: 0 },
      },
    });
  });

  it("gets its parameters from the shape, and says so", () => {
    // Per layer 4 · 64² attention and 2 · 64 · 256 feed-forward; embedding and head 100 · 64 each.
    const model = decoder({ kind: "decoder", shape: { ...shape, vocabulary: 100 } });
    expect(model.parameters).toBe(2 * (16_384 + 32_768) + 2 * 6400);
    expect(model.estimated).toEqual(["parameters", "activeParameters"]);
  });

  it("keeps the parameters that it gives", () => {
    const model = decoder({ kind: "decoder", parameters: "1.2 M", shape });
    expect(model).toMatchObject({ parameters: 1.2e6, activeParameters: 1.2e6, estimated: [] });
  });

  it("has no dense network where every layer has experts", () => {
    const experts = { count: 8, perToken: 2, ffn: 32 };
    const model = decoder({ kind: "decoder", shape: { ...shape, experts } });
    expect(model.shape.ffn).toBe(0);
    expect(model.shape.experts).toEqual({
      experts: 8,
      expertsPerToken: 2,
      sharedExperts: 0,
      expertFfn: 32,
      sharedFfn: 0,
      denseLayers: 0,
    });
    // Six idle experts of two 64 × 32 matrices in each of two layers.
    expect(model.parameters - model.activeParameters).toBe(6 * 2 * 64 * 32 * 2);
  });

  it("gives a latent head the width of its two parts", () => {
    const latent = { queryRank: 0, keyValueRank: 32, ropeDim: 8, nopeDim: 16, valueDim: 16 };
    expect(decoder({ kind: "decoder", shape: { ...shape, latent } }).shape.headDim).toBe(24);
  });

  it("describes a network of blocks with its parameters only", () => {
    const document = {
      kind: "blocks",
      parameters: "1.5 k",
      input: { channels: 3, height: 8, width: 8 },
      blocks: [{ type: "conv", out: 16, kernel: 3 }],
    };
    expect(inlineErrors(document)).toEqual([]);
    expect(readModel(document).model).toMatchObject({
      kind: "blocks",
      task: "image-classification",
      parameters: 1500,
      activeParameters: 1500,
      input: { channels: 3, height: 8, width: 8, depth: 1 },
      blocks: [{ type: "conv", out: 16, kernel: 3 }],
      estimated: [],
    });
    expect(inlineErrors({ ...document, parameters: undefined }).join()).toMatch(/parameters/);
  });

  it("may be a diffusion model around blocks or a transformer, but not both", () => {
    const blocks = { input: { channels: 4, height: 8, width: 8 }, blocks: [{ type: "conv" }] };
    const transformer = { shape, imageTokens: 16 };
    const model = { kind: "diffusion", defaultSteps: 20, parameters: "1 M" };
    expect(inlineErrors({ ...model, denoiser: blocks })).toEqual([]);
    expect(inlineErrors({ ...model, denoiser: transformer })).toEqual([]);
    expect(inlineErrors({ ...model, denoiser: { ...blocks, ...transformer } })).not.toEqual([]);
    expect(readModel({ ...model, denoiser: transformer }).model).toMatchObject({
      callsPerStep: 1,
      companionParameters: 0,
      denoiser: { kind: "transformer", imageTokens: 16, textTokens: 0 },
    });
    expect(readModel({ ...model, denoiser: blocks }).model).toMatchObject({
      denoiser: { kind: "blocks" },
    });
  });

  it("is refused as a fault of the caller when the schema was not asked first", () => {
    expect(() => readModel({ kind: "perceptron" })).toThrow(/unknown kind of model: perceptron/);
    expect(() => readModel({ kind: "decoder" })).toThrow(/no shape/);
    expect(() => readModel({ kind: "decoder", shape: { ...shape, layers: "two" } })).toThrow(
      /^shape\.layers/,
    );
  });
});

describe("parameters of any decoder", () => {
  const shapes = fc.record({
    layers: fc.integer({ min: 1, max: 60 }),
    hidden: fc.constantFrom(64, 128, 512),
    heads: fc.constantFrom(2, 4, 8),
    gated: fc.boolean(),
    vocabulary: fc.integer({ min: 0, max: 1000 }),
    tiedEmbeddings: fc.boolean(),
    experts: fc.option(
      fc.record({
        count: fc.integer({ min: 4, max: 32 }),
        perToken: fc.integer({ min: 1, max: 4 }),
        ffn: fc.integer({ min: 1, max: 99 }),
        shared: fc.integer({ min: 0, max: 2 }),
      }),
      { nil: undefined },
    ),
  });
  const countOf = (own: object) => decoder({ kind: "decoder", shape: own });

  it("grow by the same for each layer, and the active ones are no more than all", () => {
    fc.assert(
      fc.property(shapes, (own) => {
        const [one, two, three] = [1, 2, 3].map((times) =>
          countOf({ ...own, layers: own.layers * times }),
        );
        if (!one || !two || !three) throw new Error("three counts");
        expect(three.parameters - two.parameters).toBe(two.parameters - one.parameters);
        expect(one.activeParameters).toBeLessThanOrEqual(one.parameters);
        expect(one.activeParameters).toBeGreaterThan(0);
      }),
    );
  });
});

describe("where figures come from", () => {
  const document = {
    kind: "decoder",
    source: "recalled (config.json)",
    confidence: "high",
    parameters: { value: "7 M", source: "README", confidence: "low", note: "rounded" },
    shape: { ...shape, vocabulary: { value: 100, source: "tokenizer.json" } },
  };

  it("is the file's source, then each figure's own", () => {
    expect(readModel(document).provenance).toEqual([
      { field: "*", source: "recalled (config.json)", confidence: "high", note: null, date: null },
      {
        field: "shape.vocabulary",
        source: "tokenizer.json",
        confidence: "high",
        note: null,
        date: null,
      },
      { field: "parameters", source: "README", confidence: "low", note: "rounded", date: null },
    ]);
    expect(decoder(document)).toMatchObject({ parameters: 7e6, shape: { vocabulary: 100 } });
  });

  it("makes a model unverified when all of it is recalled", () => {
    expect(decoder(document).verified).toBe(true);
    expect(decoder({ ...document, parameters: 7, shape }).verified).toBe(false);
  });
});

describe("contradictions that a schema can't see", () => {
  const problemsOf = (change: Record<string, unknown>, whole: Record<string, unknown> = {}) =>
    modelProblems(decoder({ kind: "decoder", ...whole, shape: { ...shape, ...change } }));

  it.each([
    [{ keyValueHeads: 3 }, "shape.keyValueHeads", /4 query heads can't share 3/],
    [{ heads: 7 }, "shape.headDim", /hidden 64 does not divide into 7 heads/],
    [{ span: { linearLayers: 3 } }, "shape.span", /3 layers have a span .* 2 layers/],
    [{ experts: { count: 2, perToken: 4, ffn: 8 } }, "shape.experts.perToken", /4 of 2 experts/],
    [
      { experts: { count: 2, perToken: 1, ffn: 8, denseLayers: 3 } },
      "shape.experts.denseLayers",
      /3 dense layers are more than all 2 layers/,
    ],
  ])("%j", (change, path, message) => {
    const problems = problemsOf(change);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.message).toMatch(message);
  });

  it("more active parameters than there are", () => {
    const [problem] = problemsOf({}, { parameters: 5, activeParameters: 6 });
    expect(problem?.path).toBe("activeParameters");
  });

  it("none in a sound model", () => {
    expect(problemsOf({})).toEqual([]);
  });
});

describe("known shapes of the catalogue", () => {
  const shapeOf = (id: string) => {
    const { model } = readProfile(id);
    if (model.kind !== "decoder") throw new Error(`${id} is no decoder`);
    return model.shape;
  };

  it.each([
    // Gemma 3 report: five local layers to one global, 1024 tokens; every sixth of 62 layers is global.
    ["gemma3-27b", { fullLayers: 10, windowLayers: 52, windowTokens: 1024 }],
    // gpt-oss model card: alternating banded attention of 128 tokens.
    ["gpt-oss-120b", { fullLayers: 18, windowLayers: 18, windowTokens: 128 }],
    // Mistral 7B v0.1: all layers see 4096 tokens.
    ["mistral-7b", { fullLayers: 0, windowLayers: 32, windowTokens: 4096 }],
    // Llama 4: chunks of 8192 tokens in three of four layers.
    ["llama4-maverick", { fullLayers: 12, windowLayers: 36, windowTokens: 8192 }],
    // Qwen3-Next: every fourth layer has full attention.
    ["qwen3-next-80b", { fullLayers: 12, linearLayers: 36 }],
    // Nemotron 3 Nano's pattern string has 6 "*", 23 "M" and 23 "E".
    ["nemotron3-nano-30b", { fullLayers: 6, linearLayers: 23, noneLayers: 23 }],
    // DeepSeek-V3.2: the indexer picks 2048 tokens.
    ["deepseek-v3.2", { fullLayers: 61, sparseTopTokens: 2048 }],
  ])("%s attends as published", (id, span) => {
    expect(shapeOf(id).span).toMatchObject(span);
  });

  it("caches 576 elements a token and layer in DeepSeek's latent attention", () => {
    for (const id of ["deepseek-v2", "deepseek-v3", "kimi-k2", "glm-5"]) {
      const latent = shapeOf(id).latent;
      expect((latent?.keyValueRank ?? 0) + (latent?.ropeDim ?? 0)).toBe(576);
    }
  });

  it("mixes experts as published", () => {
    expect(shapeOf("llama4-maverick").experts).toMatchObject({ experts: 128, denseLayers: 24 });
    expect(shapeOf("qwen2-57b-a14b").experts).toMatchObject({ expertFfn: 2560, sharedFfn: 20_480 });
    expect(shapeOf("deepseek-v3").experts).toMatchObject({ denseLayers: 3, sharedFfn: 2048 });
  });

  it("holds the decoders of Whisper and T5 beside their encoders", () => {
    const turbo = readProfile("whisper-large-v3-turbo").model;
    expect(turbo).toMatchObject({ encoder: { layers: 32 }, decoder: { layers: 4 } });
    const t5: Model = readProfile("t5-3b").model;
    expect(t5).toMatchObject({ encoder: { headDim: 128, hidden: 1024 } });
  });
});
