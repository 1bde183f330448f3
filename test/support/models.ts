import type {
  DecoderModel,
  DiffusionModel,
  EncoderDecoderModel,
  EncoderModel,
  RecommenderModel,
  TransformerShape,
} from "../../src/catalog/types.ts";

/** Models by their published configurations (Hugging Face config.json, papers). */

export function shape(
  layers: number,
  hidden: number,
  heads: number,
  overrides: Partial<TransformerShape> = {},
): TransformerShape {
  return {
    layers,
    hidden,
    heads,
    keyValueHeads: heads,
    headDim: hidden / heads,
    ffn: 4 * hidden,
    gated: false,
    vocabulary: 0,
    tiedEmbeddings: true,
    experts: null,
    latent: null,
    span: {
      fullLayers: layers,
      windowLayers: 0,
      windowTokens: 0,
      linearLayers: 0,
      noneLayers: 0,
      sparseTopTokens: null,
    },
    ...overrides,
  };
}

const common = (id: string, parameters: number, activeParameters = parameters) => ({
  id,
  name: id,
  family: "test",
  task: "test",
  parameters,
  activeParameters,
  maxContextTokens: null,
  publishedMacs: null,
  confidence: "certain" as const,
  verified: true,
  estimated: [],
  note: null,
});

export const decoder = (
  id: string,
  parameters: number,
  modelShape: TransformerShape,
  activeParameters = parameters,
): DecoderModel => ({
  ...common(id, parameters, activeParameters),
  kind: "decoder",
  shape: modelShape,
});

export const llama8b = decoder(
  "llama3.1-8b",
  8.03e9,
  shape(32, 4096, 32, {
    keyValueHeads: 8,
    ffn: 14_336,
    gated: true,
    vocabulary: 128_256,
    tiedEmbeddings: false,
  }),
);

export const llama70b = decoder(
  "llama3.1-70b",
  70.55e9,
  shape(80, 8192, 64, {
    keyValueHeads: 8,
    ffn: 28_672,
    gated: true,
    vocabulary: 128_256,
    tiedEmbeddings: false,
  }),
);

/** Mistral AI: 46.7 billion parameters, of which a token uses 12.9. */
export const mixtral = decoder(
  "mixtral-8x7b",
  46.7e9,
  shape(32, 4096, 32, {
    keyValueHeads: 8,
    ffn: 0,
    gated: true,
    vocabulary: 32_000,
    tiedEmbeddings: false,
    experts: {
      experts: 8,
      expertsPerToken: 2,
      sharedExperts: 0,
      expertFfn: 14_336,
      sharedFfn: 0,
      denseLayers: 0,
    },
  }),
  12.88e9,
);

/** DeepSeek-V3 (2024): 671 billion parameters, of which a token uses 37. */
export const deepseekV3 = decoder(
  "deepseek-v3",
  671e9,
  shape(61, 7168, 128, {
    headDim: 128,
    ffn: 18_432,
    gated: true,
    vocabulary: 129_280,
    tiedEmbeddings: false,
    experts: {
      experts: 256,
      expertsPerToken: 8,
      sharedExperts: 1,
      expertFfn: 2048,
      sharedFfn: 2048,
      denseLayers: 3,
    },
    latent: { queryRank: 1536, keyValueRank: 512, ropeDim: 64, nopeDim: 128, valueDim: 128 },
  }),
  37e9,
);

/** Brown et al. 2020, with the vocabulary that Megatron pads to. */
export const gpt3 = decoder("gpt3-175b", 175e9, shape(96, 12_288, 96, { vocabulary: 51_200 }));

/** Devlin et al. 2019, large. */
export const bertLarge: EncoderModel = {
  ...common("bert-large", 335e6),
  kind: "encoder",
  shape: shape(24, 1024, 16, { vocabulary: 30_522 }),
  tokensPerSample: null,
  stem: [],
};

/** Raffel et al. 2020: encoder and decoder of the same width. */
export const t5Large: EncoderDecoderModel = {
  ...common("t5-large", 738e6),
  kind: "encoder-decoder",
  encoder: shape(24, 1024, 16, { vocabulary: 32_128 }),
  decoder: shape(24, 1024, 16, { vocabulary: 32_128 }),
  tokensPerSample: null,
  stem: [],
};

/** Stable Diffusion 3 medium (Esser et al. 2024): every layer has a second set of weights for the text. */
export const doubleStream: DiffusionModel = {
  ...common("sd3-medium", 2e9),
  kind: "diffusion",
  denoiser: {
    kind: "transformer",
    shape: shape(24, 1536, 24),
    imageTokens: 4096,
    textTokens: 154,
    doubleStreamLayers: 24,
  },
  defaultSteps: 28,
  callsPerStep: 2,
  companionParameters: 5.5e9,
  companionMacs: 3e12,
};

/** Naumov et al. 2019 with the sizes of MLPerf DLRM: 26 tables of width 128, dot interaction. */
export const dlrm: RecommenderModel = {
  ...common("dlrm", 24e9),
  kind: "recommender",
  embeddingParameters: 24e9 - 2e6,
  embeddingDim: 128,
  lookupsPerSample: 26,
  bottomMlp: [13, 512, 256, 128],
  topMlp: [479, 1024, 1024, 512, 256, 1],
  cross: null,
};
