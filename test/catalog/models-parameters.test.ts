import { describe, expect, it } from "vitest";
import {
  denoiserParameters,
  encoderDecoderParameters,
  encoderParameters,
  transformerParameters,
} from "../../src/catalog/transformer-parameters.ts";
import { recommenderParameters } from "../../src/catalog/recommender-parameters.ts";
import { readModel } from "../../src/catalog/read-model.ts";
import type { Block, EncoderModel, Model } from "../../src/catalog/types.ts";
import { modelProfiles } from "./model-profiles.ts";

/** Published and computed counts agree within this share … */
const TOLERANCE = 0.03;

/** … except where the published count has parts that a shape does not. */
const EXCEPTIONS: Readonly<Record<string, { within: number; reason: string }>> = {
  "chinchilla-70b": { within: 0.08, reason: "relative positions: hidden² more a layer" },
  "gopher-280b": { within: 0.08, reason: "relative positions: hidden² more a layer" },
  "gemma3-4b": { within: 0.11, reason: "vision tower of 0.4 B" },
  "gemma3-12b": { within: 0.04, reason: "vision tower of 0.4 B" },
  "conformer-l": { within: 0.08, reason: "LSTM decoder, relative positions" },
  "conformer-s": { within: 0.25, reason: "LSTM decoder, relative positions" },
  "flux1-dev": {
    within: 0.1,
    reason: "single-stream layers run attention beside the network with half the modulation",
  },
  "siglip-so400m": { within: 0.05, reason: "attention pooling head of 15 M" },
  "whisper-base": { within: 0.04, reason: "the README's 74 M against 72.6 M in the checkpoint" },
  "whisper-tiny": { within: 0.06, reason: "the README's 39 M against 37.8 M in the checkpoint" },
  "vit-tiny-16": { within: 0.05, reason: "classifier (1000 × 192) and position table" },
};

const models = modelProfiles()
  .map((file) => readModel(file.document).model)
  .filter((model) => computedParameters(model) !== null);
const published = models.filter((model) => !model.estimated.includes("parameters"));

describe("parameters computed from the shape match the published count", () => {
  it.each(published.map((model) => [model.id, model] as const))("%s", (id, model) => {
    const computed = computedParameters(model) ?? 0;
    const error = Math.abs(computed / model.parameters - 1);
    expect(error).toBeLessThan(EXCEPTIONS[id]?.within ?? TOLERANCE);
    const isExcused = error > TOLERANCE;
    expect(isExcused, "an exception that is needed no more").toBe(Object.hasOwn(EXCEPTIONS, id));
  });

  it("for nearly all of the catalogue, so that the check means something", () => {
    expect(published.length).toBeGreaterThan(120);
    expect(Object.keys(EXCEPTIONS).filter((id) => !published.some((m) => m.id === id))).toEqual([]);
  });
});

/** Release names round ("A12B"), and vendors count the input embedding among the active parameters or don't. */
const ACTIVE_TOLERANCE = 0.08;

describe("active parameters computed from the shape match the published count", () => {
  const sparse = models.filter(
    (model) => model.kind === "decoder" && model.shape.experts && !model.estimated.length,
  );
  it.each(sparse.map((model) => [model.id, model] as const))("%s", (_id, model) => {
    if (model.kind !== "decoder") throw new Error("filtered above");
    const { active } = transformerParameters(model.shape);
    const inputTable = model.shape.tiedEmbeddings ? 0 : model.shape.vocabulary * model.shape.hidden;
    const errors = [active, active + inputTable].map((count) =>
      Math.abs(count / model.activeParameters - 1),
    );
    expect(Math.min(...errors)).toBeLessThan(ACTIVE_TOLERANCE);
  });
});

describe("counts worked out by hand", () => {
  it("Llama 3.1 70B has the 70.55 B of its safetensors index", () => {
    const model = models.find(({ id }) => id === "llama3.1-70b");
    expect(computedParameters(model)).toBeCloseTo(70.55e9, -7);
  });

  it("counts a recurrent layer by its own widths", () => {
    // One layer, hidden 4, one key head and two value heads of 2: q, k 4·2 each, v and gate 4·4 each, two rates a
    // value head 4·4, convolution 4·(2 + 2 + 4), output 4·4; no feed-forward network.
    const linear = { keyHeads: 1, keyDim: 2, valueHeads: 2, valueDim: 2 };
    const stack = { layers: 1, hidden: 4, heads: 2, ffn: 0, span: { linearLayers: 1 }, linear };
    expect(inlineParameters(stack)).toBe(2 * 8 + 2 * 16 + 16 + 32 + 16);
  });

  it("counts DeepSeek-V3's latent attention by its five matrices", () => {
    const latent = { keyValueRank: 512, ropeDim: 64, nopeDim: 128, valueDim: 128 };
    const layer = { layers: 1, hidden: 7168, heads: 128, ffn: 0 };
    const keysValuesOutput = 7168 * 576 + 512 * 128 * 256 + 128 * 128 * 7168;
    expect(inlineParameters({ ...layer, latent: { ...latent, queryRank: 1536 } })).toBe(
      7168 * 1536 + 1536 * 128 * 192 + keysValuesOutput,
    );
    // DeepSeek-V2-Lite does not compress its queries.
    expect(inlineParameters({ ...layer, latent: { ...latent, queryRank: 0 } })).toBe(
      7168 * 128 * 192 + keysValuesOutput,
    );
  });

  it("DLRM's dense networks are the 2.4 M parameters of its reference model", () => {
    const model = models.find(({ id }) => id === "dlrm-criteo1tb");
    if (model?.kind !== "recommender") throw new Error("no DLRM");
    const dense = recommenderParameters(model).total - model.embeddingParameters;
    // 13·512 + 512·256 + 256·128 and 479·1024 + 1024² + 1024·512 + 512·256 + 256.
    expect(dense).toBe(170_496 + 2_194_688);
  });
});

function inlineParameters(shape: Record<string, unknown>): number {
  return readModel({ kind: "decoder", shape }).model.parameters;
}

function computedParameters(model: Model | undefined): number | null {
  switch (model?.kind) {
    case "decoder":
      return transformerParameters(model.shape).total;
    case "encoder":
      return encoderParameters(model.shape).total + stemParameters(model);
    case "encoder-decoder": {
      const { total } = encoderDecoderParameters(model.encoder, model.decoder);
      return total + stemParameters(model);
    }
    case "diffusion":
      if (model.denoiser.kind === "blocks") return null;
      return denoiserParameters(model.denoiser.shape, model.denoiser.doubleStreamLayers ?? 0);
    case "recommender":
      return recommenderParameters(model).total;
    default:
      return null;
  }
}

/** Weights of the convolutions that turn the input into tokens. */
function stemParameters({ stem, input }: Pick<EncoderModel, "stem" | "input">): number {
  let channels = input?.channels ?? 0;
  let total = 0;
  for (const block of stem) {
    const out = Number(block["out"]);
    total += (out * channels * windowSize(block)) / Number(block["groups"] ?? 1);
    channels = out;
  }
  return total;
}

function windowSize(block: Block): number {
  const kernel = block["kernel"];
  if (typeof kernel === "number") return kernel ** 2;
  return Array.isArray(kernel) ? kernel.reduce((product, size) => product * Number(size), 1) : 1;
}
