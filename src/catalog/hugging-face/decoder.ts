import type { ConfigReader } from "./config-reader.ts";
import { expertFigures } from "./experts.ts";
import { GATED_ACTIVATIONS, KEYS_NOT_MODELLED } from "./model-types.ts";
import type { DecoderType } from "./model-types.ts";
import { spanFigures } from "./spans.ts";
import { wideParts } from "./wide-parts.ts";

/** Profile of a decoder, for the catalogue's reader. `type` is undefined for a model type that nobody described. */
export function decoderProfile(
  config: ConfigReader,
  type: DecoderType | undefined,
): Record<string, unknown> {
  const layers = config.required("num_hidden_layers", "n_layer", "num_layers", "n_layers");
  const hidden = config.required("hidden_size", "n_embd", "d_model", "n_embed");
  const heads = config.required("num_attention_heads", "n_head", "num_heads", "n_heads");
  const vocabulary = config.required("vocab_size", "padded_vocab_size");
  const experts = expertFigures(config, layers, type?.denseBesideExperts ?? false);
  const latent = latentFigures(config);
  const dense = experts === undefined || experts.denseLayers > 0;
  const headDim =
    latent === undefined
      ? config.optional("head_dim", "kv_channels", "attention_head_dim")
      : undefined;
  const maxContext = contextOf(config);
  for (const key of KEYS_NOT_MODELLED) {
    if (config.has(key)) config.warn(`"${key}" is not modelled; the simulation ignores it`);
  }
  return {
    kind: "decoder",
    ...(maxContext === undefined ? {} : { maxContext }),
    shape: {
      layers,
      hidden,
      heads,
      keyValueHeads: latent === undefined ? keyValueHeads(config, heads) : heads,
      ...(headDim === undefined ? {} : { headDim }),
      ffn: dense ? denseWidth(config, hidden) : 0,
      gated: type?.gated ?? guessGated(config),
      vocabulary,
      tiedEmbeddings: config.flag("tie_word_embeddings") ?? type?.tied ?? false,
      ...(experts === undefined ? {} : { experts }),
      ...(latent === undefined ? {} : { latent }),
      span: spanFigures(config, layers, type?.window ?? "all"),
      ...linearFigures(config),
      ...indexerFigures(config),
      ...wideParts(config),
    },
  };
}

function contextOf(config: ConfigReader): number | undefined {
  return config.optional(
    "max_position_embeddings",
    "n_positions",
    "n_ctx",
    "max_seq_len",
    "seq_length",
    "max_sequence_length",
  );
}

function keyValueHeads(config: ConfigReader, heads: number): number {
  // Falcon's first architecture has one shared head, whatever num_kv_heads says.
  if (config.flag("multi_query") === true && config.flag("new_decoder_architecture") !== true) {
    return 1;
  }
  const given = config.optional(
    "num_key_value_heads",
    "num_kv_heads",
    "n_head_kv",
    "kv_n_heads",
    "multi_query_group_num",
  );
  return given === undefined || given === 0 ? heads : given;
}

/** Llama 4 names the dense layers' width apart; MiniMax M3 too. GPT-2 leaves it out: 4 × hidden. */
function denseWidth(config: ConfigReader, hidden: number): number {
  const given = config.optional(
    "intermediate_size_mlp",
    "dense_intermediate_size",
    "intermediate_size",
    "ffn_hidden_size",
    "ffn_dim",
    "n_inner",
  );
  return given ?? 4 * hidden;
}

function guessGated(config: ConfigReader): boolean {
  const activation = config.text("hidden_act") ?? config.text("hidden_activation") ?? "";
  return GATED_ACTIVATIONS.includes(activation);
}

function latentFigures(config: ConfigReader): Record<string, number> | undefined {
  const keyValueRank = config.optional("kv_lora_rank");
  if (keyValueRank === undefined || keyValueRank === 0) return undefined;
  return {
    queryRank: config.optional("q_lora_rank") ?? 0,
    keyValueRank,
    ropeDim: config.required("qk_rope_head_dim"),
    nopeDim: config.required("qk_nope_head_dim"),
    valueDim: config.required("v_head_dim"),
  };
}

/** Sizes of the recurrent layers: Qwen3-Next and Qwen3.5 (Gated DeltaNet), Nemotron-H (Mamba-2). */
function indexerFigures(config: ConfigReader): { indexer?: Record<string, number> } {
  if (!config.has("index_topk") || !config.has("index_n_heads")) return {};
  return {
    indexer: {
      heads: config.required("index_n_heads"),
      headDim: config.required("index_head_dim"),
    },
  };
}

function linearFigures(config: ConfigReader): { linear?: Record<string, number> } {
  if (config.has("linear_num_value_heads")) {
    return {
      linear: {
        keyHeads: config.required("linear_num_key_heads"),
        keyDim: config.required("linear_key_head_dim"),
        valueHeads: config.required("linear_num_value_heads"),
        valueDim: config.required("linear_value_head_dim"),
      },
    };
  }
  if (!config.has("mamba_num_heads")) return {};
  return {
    linear: {
      keyHeads: config.required("n_groups"),
      keyDim: config.required("ssm_state_size"),
      valueHeads: config.required("mamba_num_heads"),
      valueDim: config.required("mamba_head_dim"),
    },
  };
}
