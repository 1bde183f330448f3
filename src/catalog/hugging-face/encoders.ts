import type { ConfigReader } from "./config-reader.ts";

type ProfileOf = (config: ConfigReader) => Record<string, unknown>;

/** BERT and its relatives: one pass over text. */
const textEncoder: ProfileOf = (config) => ({
  kind: "encoder",
  ...(config.has("max_position_embeddings")
    ? { maxContext: config.optional("max_position_embeddings") }
    : {}),
  shape: {
    layers: config.required("num_hidden_layers", "n_layers"),
    hidden: config.required("hidden_size", "dim"),
    heads: config.required("num_attention_heads", "n_heads"),
    ffn: config.required("intermediate_size", "hidden_dim"),
    vocabulary: config.required("vocab_size"),
  },
});

/** Vision transformers: patches as tokens, most with a class token in front. */
const imageEncoder =
  (classTokens: number): ProfileOf =>
  (config) => {
    const image = config.required("image_size");
    const patch = config.required("patch_size");
    const hidden = config.required("hidden_size");
    const channels = config.optional("num_channels") ?? 3;
    return {
      kind: "encoder",
      task: "image-embedding",
      tokensPerSample: Math.floor(image / patch) ** 2 + classTokens,
      input: { channels, height: image, width: image },
      stem: [{ type: "conv", out: hidden, kernel: patch, stride: patch, padding: "valid" }],
      shape: {
        layers: config.required("num_hidden_layers"),
        hidden,
        heads: config.required("num_attention_heads"),
        ffn: config.optional("intermediate_size", "mlp_dim") ?? hidden * mlpRatio(config),
      },
    };
  };

/** DINOv2 gives the width as a ratio. */
function mlpRatio(config: ConfigReader): number {
  return config.optional("mlp_ratio") ?? 4;
}

const t5: ProfileOf = (config) => {
  const layers = config.required("num_layers");
  const hidden = config.required("d_model");
  const heads = config.required("num_heads");
  const stack = {
    hidden,
    heads,
    headDim: config.required("d_kv"),
    ffn: config.required("d_ff"),
    gated: config.text("feed_forward_proj")?.startsWith("gated") ?? false,
    vocabulary: config.required("vocab_size"),
  };
  const tiedEmbeddings = config.flag("tie_word_embeddings") ?? true;
  const decoderLayers = config.optional("num_decoder_layers") ?? layers;
  const maxContext = config.optional("n_positions");
  return {
    kind: "encoder-decoder",
    ...(maxContext === undefined ? {} : { maxContext }),
    encoder: { ...stack, layers },
    decoder: { ...stack, layers: decoderLayers, tiedEmbeddings },
  };
};

/** BART, mBART, M2M-100: same width on both sides, one tied table. */
const bart: ProfileOf = (config) => {
  const vocabulary = config.required("vocab_size");
  const maxContext = config.optional("max_position_embeddings");
  return {
    kind: "encoder-decoder",
    ...(maxContext === undefined ? {} : { maxContext }),
    encoder: { ...side(config, "encoder"), vocabulary },
    decoder: { ...side(config, "decoder"), vocabulary, tiedEmbeddings: true },
  };
};

/** Whisper: two convolutions over mel frames, the second halves them; the decoder's table is tied. */
const whisper: ProfileOf = (config) => {
  const encoder = side(config, "encoder");
  const frames = config.required("max_source_positions");
  return {
    kind: "encoder-decoder",
    task: "speech-recognition",
    maxContext: config.optional("max_target_positions") ?? 448,
    tokensPerSample: frames,
    input: { channels: config.required("num_mel_bins"), height: 2 * frames },
    stem: [
      { type: "conv", out: encoder.hidden, kernel: [3] },
      { type: "conv", out: encoder.hidden, kernel: [3], stride: [2] },
    ],
    encoder,
    decoder: {
      ...side(config, "decoder"),
      vocabulary: config.required("vocab_size"),
      tiedEmbeddings: true,
    },
  };
};

function side(config: ConfigReader, name: "encoder" | "decoder") {
  return {
    layers: config.required(`${name}_layers`),
    hidden: config.required("d_model"),
    heads: config.required(`${name}_attention_heads`),
    ffn: config.required(`${name}_ffn_dim`),
  };
}

/** `model_type` → profile, for models that are no decoders. */
export const ENCODER_TYPES: Readonly<Record<string, ProfileOf>> = {
  bert: textEncoder,
  roberta: textEncoder,
  "xlm-roberta": textEncoder,
  camembert: textEncoder,
  electra: textEncoder,
  distilbert: textEncoder,
  vit: imageEncoder(1),
  deit: imageEncoder(2),
  dinov2: imageEncoder(1),
  clip_vision_model: imageEncoder(1),
  siglip_vision_model: imageEncoder(0),
  t5: t5,
  mt5: t5,
  bart,
  mbart: bart,
  m2m_100: bart,
  whisper,
};
