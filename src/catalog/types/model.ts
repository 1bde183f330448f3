import type { Confidence } from "./confidence.ts";
import type { TransformerShape } from "./transformer-shape.ts";

interface ModelCommon {
  id: string;
  name: string;
  family: string;
  task: string;
  parameters: number;
  /** Parameters that one token or sample touches. */
  activeParameters: number;
  maxContextTokens: number | null;
  /** Multiply-accumulates of one sample as published, for checking the lowering; null when nobody says. */
  publishedMacs: number | null;
  confidence: Confidence;
  verified: boolean;
  estimated: readonly string[];
  note: string | null;
}

/** Autoregressive language model. */
export interface DecoderModel extends ModelCommon {
  kind: "decoder";
  shape: TransformerShape;
}

/** One pass over a fixed or given number of tokens: BERT, embeddings, vision transformers, wav2vec. */
export interface EncoderModel extends ModelCommon {
  kind: "encoder";
  shape: TransformerShape;
  /** Tokens of one sample when the input fixes it (image patches); null for text. */
  tokensPerSample: number | null;
  /** Layers that turn the input into tokens (patch embedding, convolutional stem), as blocks. */
  stem: readonly Block[];
  /** One sample as the stem receives it; absent without a stem. */
  input?: BlocksModel["input"];
}

/** Encoder over the input and an autoregressive decoder with cross-attention: T5, Whisper. */
export interface EncoderDecoderModel extends ModelCommon {
  kind: "encoder-decoder";
  encoder: TransformerShape;
  decoder: TransformerShape;
  /** Encoder tokens of one sample when the input fixes it (1500 for 30 s of Whisper audio). */
  tokensPerSample: number | null;
  stem: readonly Block[];
  /** One sample as the stem receives it; absent without a stem. */
  input?: BlocksModel["input"];
}

/** A network given as a list of blocks over a tensor: convolution networks, detectors, U-Nets, Evoformer, RNN. */
export interface BlocksModel extends ModelCommon {
  kind: "blocks";
  input: { channels: number; height: number; width: number; depth: number };
  blocks: readonly Block[];
}

/** Iterated denoiser with text encoders before it and an image decoder after it. */
export interface DiffusionModel extends ModelCommon {
  kind: "diffusion";
  denoiser:
    | {
        kind: "transformer";
        shape: TransformerShape;
        imageTokens: number;
        textTokens: number;
        /** Layers that hold a second set of weights, of the same shape, for the text tokens (MMDiT); absent means none. */
        doubleStreamLayers?: number;
      }
    | { kind: "blocks"; input: BlocksModel["input"]; blocks: readonly Block[] };
  defaultSteps: number;
  /** Denoiser calls per step (2 with classifier-free guidance). */
  callsPerStep: number;
  /** Parameters of the text encoders and of the image decoder, resident beside the denoiser. */
  companionParameters: number;
  /** Multiply-accumulates of text encoders and image decoder for one image. */
  companionMacs: number;
}

/** Embedding tables, an interaction and small dense networks: DLRM. */
export interface RecommenderModel extends ModelCommon {
  kind: "recommender";
  embeddingParameters: number;
  embeddingDim: number;
  /** Table rows read for one sample. */
  lookupsPerSample: number;
  /** Widths of the dense networks, input first. */
  bottomMlp: readonly number[];
  topMlp: readonly number[];
  /** Cross network of DCNv2: layers and low-rank width, or null for the dot interaction. */
  cross: { layers: number; rank: number; width: number } | null;
}

export type Model =
  | DecoderModel
  | EncoderModel
  | EncoderDecoderModel
  | BlocksModel
  | DiffusionModel
  | RecommenderModel;

/**
 * One building block as it is written in a model profile. Its `type` names a block of `src/workload/blocks/`,
 * which expands it to layers; the other keys are that block's parameters.
 */
export interface Block {
  readonly type: string;
  readonly [parameter: string]:
    | number
    | string
    | boolean
    | readonly number[]
    | readonly Block[]
    | undefined;
}
