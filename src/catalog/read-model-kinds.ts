import { isMapping } from "./read-figures.ts";
import type { FigureReader } from "./read-figures.ts";
import { readTransformerShape } from "./read-transformer-shape.ts";
import { recommenderParameters } from "./recommender-parameters.ts";
import {
  denoiserParameters,
  encoderDecoderParameters,
  encoderParameters,
  transformerParameters,
} from "./transformer-parameters.ts";
import type { ParameterCount } from "./transformer-parameters.ts";
import type {
  Block,
  BlocksModel,
  DecoderModel,
  DiffusionModel,
  EncoderDecoderModel,
  EncoderModel,
  Model,
  RecommenderModel,
} from "./types.ts";

type Common =
  | "id"
  | "name"
  | "family"
  | "task"
  | "parameters"
  | "activeParameters"
  | "maxContextTokens"
  | "publishedMacs"
  | "confidence"
  | "verified"
  | "estimated"
  | "note";

/** What a kind of model has of its own. */
type Body =
  | Omit<DecoderModel, Common>
  | Omit<EncoderModel, Common>
  | Omit<EncoderDecoderModel, Common>
  | Omit<BlocksModel, Common>
  | Omit<DiffusionModel, Common>
  | Omit<RecommenderModel, Common>;

export interface ModelBody {
  body: Body;
  /** Parameters that the description adds up to; null where it cannot be told without the block registry. */
  computed: ParameterCount | null;
  /** Task that a profile without one most likely has. */
  usualTask: string;
}

/** Kind → reader of the keys that only this kind has. */
export const MODEL_KINDS: Readonly<Record<Model["kind"], (figures: FigureReader) => ModelBody>> = {
  decoder: (figures) => {
    const shape = shapeUnder(figures, "shape");
    return {
      body: { kind: "decoder", shape },
      computed: transformerParameters(shape),
      usualTask: "text-generation",
    };
  },

  encoder: (figures) => {
    const shape = shapeUnder(figures, "shape");
    const tokensPerSample = figures.count("tokensPerSample");
    return {
      body: { kind: "encoder", shape, tokensPerSample, ...readStem(figures) },
      computed: encoderParameters(shape),
      usualTask: "encoder",
    };
  },

  "encoder-decoder": (figures) => {
    const encoder = shapeUnder(figures, "encoder");
    const decoder = shapeUnder(figures, "decoder");
    const tokensPerSample = figures.count("tokensPerSample");
    return {
      body: { kind: "encoder-decoder", encoder, decoder, tokensPerSample, ...readStem(figures) },
      computed: encoderDecoderParameters(encoder, decoder),
      usualTask: "encoder-decoder",
    };
  },

  blocks: (figures) => ({
    body: {
      kind: "blocks",
      input: readTensor(figures.section("input")),
      blocks: readBlocks(figures.list("blocks")),
    },
    computed: null,
    usualTask: "image-classification",
  }),

  diffusion: (figures) => {
    const denoiser = readDenoiser(figures.section("denoiser"));
    return {
      body: {
        kind: "diffusion",
        denoiser,
        defaultSteps: figures.countOr("defaultSteps", 1),
        callsPerStep: figures.countOr("callsPerStep", 1),
        companionParameters: figures.countOr("companionParameters", 0),
        companionMacs: figures.countOr("companionMacs", 0),
      },
      computed: denoiser.kind === "transformer" ? denoiserCount(denoiser) : null,
      usualTask: "text-to-image",
    };
  },

  recommender: (figures) => {
    const cross = figures.section("cross");
    const shape = {
      embeddingParameters: figures.countOr("embeddingParameters", 0),
      embeddingDim: figures.countOr("embeddingDim", 1),
      lookupsPerSample: figures.countOr("lookupsPerSample", 1),
      bottomMlp: numbers(figures.list("bottomMlp")),
      topMlp: numbers(figures.list("topMlp")),
      cross:
        cross === null
          ? null
          : {
              layers: cross.countOr("layers", 1),
              rank: cross.countOr("rank", 1),
              width: cross.countOr("width", 1),
            },
    };
    return {
      body: { kind: "recommender", ...shape },
      computed: recommenderParameters(shape),
      usualTask: "recommendation",
    };
  },
};

function shapeUnder(figures: FigureReader, key: string) {
  const section = figures.section(key);
  if (section === null) throw new TypeError(`the model has no ${key}`);
  return readTransformerShape(section);
}

function readStem(figures: FigureReader): Pick<EncoderModel, "stem" | "input"> {
  const input = figures.section("input");
  const stem = readBlocks(figures.list("stem"));
  return input === null ? { stem } : { stem, input: readTensor(input) };
}

function readDenoiser(figures: FigureReader | null): DiffusionModel["denoiser"] {
  if (figures === null) throw new TypeError("the model has no denoiser");
  const shape = figures.section("shape");
  if (shape === null) {
    const blocks = readBlocks(figures.list("blocks"));
    return { kind: "blocks", input: readTensor(figures.section("input")), blocks };
  }
  const doubleStreamLayers = figures.count("doubleStreamLayers");
  return {
    kind: "transformer",
    shape: readTransformerShape(shape),
    imageTokens: figures.countOr("imageTokens", 1),
    textTokens: figures.countOr("textTokens", 0),
    ...(doubleStreamLayers === null ? {} : { doubleStreamLayers }),
  };
}

function denoiserCount(
  denoiser: Extract<DiffusionModel["denoiser"], { kind: "transformer" }>,
): ParameterCount {
  const total = denoiserParameters(denoiser.shape, denoiser.doubleStreamLayers ?? 0);
  return { total, active: total };
}

function readTensor(figures: FigureReader | null): BlocksModel["input"] {
  if (figures === null) throw new TypeError("the model has no input");
  return {
    channels: figures.countOr("channels", 1),
    height: figures.countOr("height", 1),
    width: figures.countOr("width", 1),
    depth: figures.countOr("depth", 1),
  };
}

function readBlocks(list: readonly unknown[]): Block[] {
  return list.filter((item): item is Block => isMapping(item) && typeof item["type"] === "string");
}

function numbers(list: readonly unknown[]): number[] {
  return list.filter((item) => typeof item === "number");
}
