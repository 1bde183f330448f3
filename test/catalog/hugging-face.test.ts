import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { modelFromHuggingFace } from "../../src/catalog/model-from-hugging-face.ts";
import { readProfile } from "./model-profiles.ts";

type Config = Record<string, unknown>;

/** Published config.json files, cut to the keys that describe the network. */
function fixture(name: string): Config {
  const url = new URL(`../fixtures/hugging-face/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}

function imported(config: Config, name = "org/Some_Model") {
  const reading = modelFromHuggingFace(config, name);
  if (!reading.ok) throw new Error(reading.message);
  return reading;
}

const LLAMA = {
  model_type: "llama",
  num_hidden_layers: 4,
  hidden_size: 64,
  num_attention_heads: 8,
  intermediate_size: 128,
  vocab_size: 1000,
};

describe("a config.json gives the shape of the catalogue", () => {
  it.each([
    ["llama-3.1-70b", "llama3.1-70b"],
    ["mistral-7b-v0.1", "mistral-7b"],
    ["mixtral-8x7b", "mixtral-8x7b"],
    ["qwen3-30b-a3b", "qwen3-30b-a3b"],
    ["qwen3.5-35b-a3b", "qwen3.5-35b-a3b"],
    ["gemma-2-9b", "gemma2-9b"],
    ["gemma-3-27b", "gemma3-27b"],
    ["deepseek-v3", "deepseek-v3"],
    ["glm-5", "glm-5"],
    ["gpt-oss-120b", "gpt-oss-120b"],
    ["llama-4-maverick", "llama4-maverick"],
    ["nemotron-3-nano", "nemotron3-nano-30b"],
    ["gpt2", "gpt2"],
    ["falcon-7b", "falcon-7b"],
    ["bert-base-uncased", "bert-base"],
    ["distilbert-base-uncased", "distilbert-base"],
    ["t5-base", "t5-base"],
    ["flan-t5-xxl", "flan-t5-xxl"],
    ["whisper-large-v3", "whisper-large-v3"],
    ["vit-base-patch16-224", "vit-base-16"],
    ["clip-vit-large-patch14", "clip-vit-l14-image"],
  ])("%s → %s", (file, id) => {
    const { model } = imported(fixture(file));
    const expected = readProfile(id).model;
    expect(networkOf(model)).toEqual(networkOf(asInFile(expected, fixture(file))));
    expect(model.estimated).toContain("parameters");
    // Some files (Falcon's) don't say how long a context may be.
    expect([expected.maxContextTokens, null]).toContain(model.maxContextTokens);
  });

  it("with parameters within 1 % of the published ones", () => {
    expect(imported(fixture("llama-3.1-70b")).model.parameters / 70.554e9).toBeCloseTo(1, 2);
    expect(imported(fixture("deepseek-v3")).model.parameters / 671e9).toBeCloseTo(1, 2);
    expect(imported(fixture("gpt-oss-120b")).model.parameters / 116.83e9).toBeCloseTo(1, 2);
  });
});

describe("a checkpoint of four bits", () => {
  const wide = (quantization: Config): unknown => {
    const { model } = imported({ ...LLAMA, quantization_config: quantization });
    return model.kind === "decoder" ? model.shape.fourBitWide : null;
  };
  const int4 = { config_groups: { group_0: { weights: { num_bits: 4, type: "int" } } } };

  it("says which parts it leaves in 16 bits (moonshotai/Kimi-K2.5 config.json)", () => {
    const ignore = [
      "lm_head",
      "re:.*self_attn.*",
      "re:.*shared_experts.*",
      String.raw`re:.*mlp\.(gate|up|gate_up|down)_proj.*`,
    ];
    expect(wide({ ...int4, ignore })).toEqual([
      "attention-inputs",
      "attention-output",
      "shared-experts",
      "dense-layers",
    ]);
  });

  it("leaves nothing but embedding and head where it names no more, as files of other formats", () => {
    expect(wide({ ...int4, ignore: ["lm_head"] })).toBeUndefined();
    expect(wide({ bits: 4, quant_method: "gptq" })).toBeUndefined();
    expect(wide({ quant_method: "fp8", modules_to_not_convert: ["self_attn"] })).toBeUndefined();
    expect(wide({ quant_method: "awq", bits: 4, modules_to_not_convert: "self_attn" })).toEqual([
      "attention-inputs",
      "attention-output",
    ]);
  });
});

describe("what a config.json leaves out", () => {
  it("is taken from the model type", () => {
    const { model } = imported(LLAMA, "me/My_Llama-2B");
    expect(model).toMatchObject({
      id: "my-llama-2b",
      name: "me/My_Llama-2B",
      kind: "decoder",
      shape: { keyValueHeads: 8, headDim: 8, gated: true, tiedEmbeddings: false },
    });
    expect(imported({ ...LLAMA, model_type: "gpt2" }).model).toMatchObject({
      shape: { gated: false, tiedEmbeddings: true },
    });
  });

  it("warns that only the language model of a multimodal one is read", () => {
    expect(imported(fixture("gemma-3-27b")).warnings).toEqual([
      "only the language model is modelled, not the image or audio tower",
    ]);
  });

  it("is guessed for an unknown model type, with a warning", () => {
    const { model, warnings } = imported({ ...LLAMA, model_type: "zebra", hidden_act: "silu" });
    expect(model).toMatchObject({ kind: "decoder", shape: { gated: true } });
    expect(warnings.join()).toMatch(/model_type "zebra" is unknown: read as a decoder/);
  });

  it("warns of keys that it does not model", () => {
    const { warnings } = imported({ ...LLAMA, compress_ratios: [0, 4] });
    expect(warnings).toEqual(['"compress_ratios" is not modelled; the simulation ignores it']);
  });
});

describe("layers", () => {
  const spanOf = (change: Config) => {
    const { model } = imported({ ...LLAMA, ...change });
    return model.kind === "decoder" ? model.shape.span : null;
  };

  it.each([
    [
      "a window switched off",
      { model_type: "qwen2", sliding_window: 32, use_sliding_window: false },
      0,
    ],
    [
      "a window from the third layer on",
      { model_type: "qwen2", sliding_window: 32, use_sliding_window: true, max_window_layers: 3 },
      1,
    ],
    ["every layer", { model_type: "mistral", sliding_window: 32 }, 4],
    ["no window", { model_type: "mistral", sliding_window: null }, 0],
    ["alternating", { model_type: "gemma2", sliding_window: 32 }, 2],
    ["three of four", { model_type: "cohere2", sliding_window: 32 }, 3],
    [
      "as listed",
      {
        sliding_window: 32,
        layer_types: [
          "sliding_attention",
          "full_attention",
          "sliding_attention",
          "sliding_attention",
        ],
      },
      3,
    ],
  ])("see a window: %s", (_name, change, windowLayers) => {
    expect(spanOf(change)).toMatchObject({ windowLayers, fullLayers: 4 - windowLayers });
  });

  it.each([
    ["the first two", { first_k_dense_replace: 2 }, 2],
    ["every other", { decoder_sparse_step: 2 }, 2],
    ["those named", { mlp_only_layers: [0, 1, 2] }, 3],
    ["those with frequency 0", { moe_layer_freq: [0, 1, 1, 1] }, 1],
    ["none", { moe_layer_freq: 1 }, 0],
  ])("are dense: %s", (_name, change, denseLayers) => {
    const moe = { num_experts: 8, num_experts_per_tok: 2, moe_intermediate_size: 32 };
    const { model } = imported({ ...LLAMA, model_type: "qwen3_moe", ...moe, ...change });
    expect(model).toMatchObject({ shape: { experts: { denseLayers } } });
  });

  it("share key/value heads in every spelling", () => {
    const falcon = { ...LLAMA, model_type: "falcon" };
    const heads = (config: Config) => imported(config).model;
    expect(heads({ ...falcon, multi_query: true })).toMatchObject({ shape: { keyValueHeads: 1 } });
    expect(
      heads({ ...falcon, multi_query: true, new_decoder_architecture: true, num_kv_heads: 4 }),
    ).toMatchObject({ shape: { keyValueHeads: 4 } });
    expect(heads({ ...LLAMA, model_type: "dbrx", attn_config: { kv_n_heads: 2 } })).toMatchObject({
      shape: { keyValueHeads: 2 },
    });
  });
});

describe("a config.json that can't be read says why", () => {
  it.each([
    ["num_hidden_layers", /no "num_hidden_layers"/, /n_layer/],
    ["hidden_size", /no "hidden_size"/, /n_embd/],
    ["num_attention_heads", /no "num_attention_heads"/, /n_head/],
    ["vocab_size", /no "vocab_size"/, /128256/],
  ])("without %s", (key, message, help) => {
    const { [key]: _left, ...rest } = LLAMA as Config;
    expect(modelFromHuggingFace(rest, "x")).toEqual({
      ok: false,
      message: expect.stringMatching(message),
      help: expect.stringMatching(help),
    });
  });

  it.each([
    ["a text for a count", { hidden_size: "64" }, /"hidden_size" is "64", not a whole number/],
    ["a fraction", { num_hidden_layers: 1.5 }, /"num_hidden_layers" is 1.5/],
    ["zero layers", { num_hidden_layers: 0 }, /"num_hidden_layers" is 0/],
    ["heads that don't divide", { num_attention_heads: 7 }, /does not divide into 7 heads/],
    ["half an expert mixture", { num_local_experts: 8 }, /no "num_experts_per_tok"/],
  ])("with %s", (_name, change, message) => {
    const reading = modelFromHuggingFace({ ...LLAMA, ...change }, "x");
    expect(reading).toEqual({
      ok: false,
      message: expect.stringMatching(message),
      help: expect.stringMatching(/./),
    });
  });

  it("even when it is empty", () => {
    expect(modelFromHuggingFace({}, "x").ok).toBe(false);
  });
});

/** The parts that a config.json can know: shapes and the layers in front of them. */
/** What 4-bit checkpoints leave wide stands in the files of those alone, not in that of a model released in eight or 16 bits. */
function asInFile(model: Profiled, config: Config): Profiled {
  if (model.kind !== "decoder" || config["quantization_config"] !== undefined) return model;
  const { fourBitWide: _, ...shape } = model.shape;
  return { ...model, shape };
}

type Profiled = ReturnType<typeof readProfile>["model"];

function networkOf(model: Profiled) {
  switch (model.kind) {
    case "decoder":
      return model.shape;
    case "encoder":
      return [model.shape, model.tokensPerSample, model.stem, model.input];
    case "encoder-decoder":
      return [model.encoder, model.decoder, model.tokensPerSample, model.stem, model.input];
    default:
      throw new Error(`no config.json describes ${model.kind}`);
  }
}
