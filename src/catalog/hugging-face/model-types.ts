import type { WindowPattern } from "./spans.ts";

/** What a model type fixes without saying so in its config.json. */
export interface DecoderType {
  gated: boolean;
  /** Value of tie_word_embeddings when the file leaves it out. */
  tied: boolean;
  window: WindowPattern;
  /** A dense network of intermediate_size works beside the experts of every layer. */
  denseBesideExperts?: boolean;
  /** Defaults of the type's configuration class for keys that published files leave out. */
  defaults: Readonly<Record<string, unknown>>;
}

const LLAMA: DecoderType = { gated: true, tied: false, window: "none", defaults: {} };
/** Qwen files give a window and switch it off. */
const QWEN: DecoderType = {
  ...LLAMA,
  window: "from-layer",
  defaults: { use_sliding_window: false },
};
const GPT: DecoderType = { gated: false, tied: true, window: "none", defaults: {} };
const GEMMA: DecoderType = { gated: true, tied: true, window: "none", defaults: {} };

/** Gemma 3 files give only what differs from the 4 B model. */
const GEMMA3_DEFAULTS = {
  vocab_size: 262_208,
  num_attention_heads: 8,
  num_key_value_heads: 4,
  head_dim: 256,
  max_position_embeddings: 131_072,
  sliding_window_pattern: 6,
};

/** `model_type` → traits; from the configuration classes of the transformers library. */
export const DECODER_TYPES: Readonly<Record<string, DecoderType>> = {
  llama: LLAMA,
  // Every expert layer has a shared expert, which the file does not mention.
  llama4_text: { ...LLAMA, defaults: { n_shared_experts: 1 } },
  mistral: { ...LLAMA, window: "all" },
  mixtral: { ...LLAMA, window: "all" },
  mistral3: { ...LLAMA, window: "all" },
  qwen2: QWEN,
  qwen2_moe: QWEN,
  qwen3: QWEN,
  qwen3_moe: QWEN,
  qwen2_vl: QWEN,
  qwen2_5_vl: QWEN,
  qwen3_vl_text: QWEN,
  qwen3_vl_moe_text: QWEN,
  qwen3_next: LLAMA,
  qwen3_5_text: LLAMA,
  qwen3_5_moe_text: LLAMA,
  gemma: { ...GEMMA, defaults: { vocab_size: 256_000 } },
  gemma2: { ...GEMMA, window: "alternating", defaults: { sliding_window: 4096 } },
  gemma3_text: { ...GEMMA, window: "every-nth-full", defaults: GEMMA3_DEFAULTS },
  gemma4_text: { ...GEMMA, denseBesideExperts: true },
  phi: { ...GPT, tied: false },
  phi3: { ...LLAMA, window: "all" },
  phimoe: { ...LLAMA, window: "all" },
  gpt2: GPT,
  gptj: { ...GPT, tied: false },
  gpt_neox: { ...GPT, tied: false },
  gpt_bigcode: { ...GPT, defaults: { multi_query: true } },
  opt: GPT,
  bloom: GPT,
  // The class ties them, the published checkpoints hold both tables.
  falcon: { ...GPT, tied: false },
  starcoder2: { ...GPT, window: "all" },
  nemotron: { ...GPT, tied: false },
  nemotron_h: { ...GPT, tied: false },
  deepseek_v2: LLAMA,
  deepseek_v3: LLAMA,
  deepseek_v32: LLAMA,
  kimi_k2: LLAMA,
  glm_moe_dsa: LLAMA,
  gpt_oss: LLAMA,
  glm: LLAMA,
  glm4: LLAMA,
  glm4_moe: LLAMA,
  chatglm: LLAMA,
  minimax_m2: LLAMA,
  minimax_m3: LLAMA,
  dbrx: LLAMA,
  cohere: { ...GEMMA },
  cohere2: { ...GEMMA, window: "every-nth-full", defaults: { sliding_window_pattern: 4 } },
  olmo: LLAMA,
  olmo2: LLAMA,
  olmo3: { ...LLAMA, window: "every-nth-full", defaults: { sliding_window_pattern: 4 } },
};

/** Keys that change what a model computes and that the importer does not understand. */
export const KEYS_NOT_MODELLED: readonly string[] = [
  "block_configs",
  "compress_ratios",
  "global_head_dim",
  "linear_attn_config",
  "routed_expert_hidden_size",
  "sparse_attention_config",
];

/** Activations that come with a gate in front (three feed-forward matrices). */
export const GATED_ACTIVATIONS: readonly string[] = [
  "silu",
  "swish",
  "swiglu",
  "swigluoai",
  "geglu",
];
