import type { EncoderDecoderModel, Model, TransformerShape } from "../catalog/types.ts";
import { lowerModel } from "./lower-model.ts";
import { encoderDecoderForward } from "./lower-transformer.ts";
import type { ShardingLimits } from "./program.ts";
import { SINGLE_CHIP } from "./program.ts";
import { trainingForward, type TrainingKernels } from "./training-operators.ts";
import { transformerLimits, transformerStep } from "./transformer.ts";
import type { Sharding, Step } from "./types.ts";

/** What is recomputed in the backward pass instead of kept. */
export type Recompute = "none" | "selective" | "full";

/** What the trainer asks of a model. Elements and operators of one chip; one micro-batch of `microBatch` sequences (samples). */
export interface TrainingProgram {
  forward(
    microBatch: number,
    sequence: number,
    sharding: Sharding,
    kernels?: TrainingKernels,
  ): Step;
  parameters: number;
  /** Parameters of the token embedding, which the first stage of a pipeline holds, and of it and the output head together. */
  tables: { embedding: number; all: number };
  limits: ShardingLimits;
  /** Bytes kept from forward to backward for one micro-batch, one stage, with 16-bit activations. */
  activationBytes(
    microBatch: number,
    sequence: number,
    sharding: Sharding,
    recompute: Recompute,
  ): number;
  /** Bytes alive only while one micro-batch passes backward: the layer that is being recomputed, the logits. */
  transientBytes(
    microBatch: number,
    sequence: number,
    sharding: Sharding,
    recompute: Recompute,
  ): number;
  /** Longest useful pipeline (layers); 1 for networks that only data parallelism trains. */
  layers: number;
  /** Tokens in a sample: the sequence length for text, 1 for models that count samples. */
  tokensPerSequence(sequence: number): number;
}

export function lowerTraining(model: Model): TrainingProgram {
  switch (model.kind) {
    case "decoder":
      return transformerTraining(model.shape, model.parameters, "all", true, null);
    case "encoder": {
      const fixed = model.tokensPerSample;
      const logits = fixed === null ? "all" : "none";
      return transformerTraining(model.shape, model.parameters, logits, false, fixed);
    }
    case "encoder-decoder":
      return encoderDecoderTraining(model);
    default:
      return sampleTraining(model);
  }
}

function transformerTraining(
  shape: TransformerShape,
  parameters: number,
  logits: "all" | "none",
  causal: boolean,
  tokensPerSample: number | null,
): TrainingProgram {
  const tokensOf = (sequence: number): number => tokensPerSample ?? sequence;
  return {
    forward(microBatch, sequence, sharding, kernels = "fused") {
      const pass = { batch: microBatch, newTokens: tokensOf(sequence), cachedTokens: 0, causal };
      const answer = transformerStep(shape, pass, sharding, logits);
      return trainingForward(answer, shape, pass, sharding, kernels);
    },
    parameters,
    tables: tablesOf(shape, logits),
    limits: transformerLimits(shape),
    activationBytes: (microBatch, sequence, sharding, recompute) =>
      transformerActivationBytes(shape, microBatch * tokensOf(sequence), sharding, recompute),
    transientBytes(microBatch, sequence, sharding, recompute) {
      const tokens = microBatch * tokensOf(sequence);
      const rebuilt = rebuiltBytes(shape, tokens, sharding, recompute);
      return logits === "all" ? rebuilt + logitsBytes(shape, tokens, sharding) : rebuilt;
    },
    layers: shape.layers,
    tokensPerSequence: (sequence) => (tokensPerSample === null ? sequence : 1),
  };
}

function tablesOf(shape: TransformerShape, logits: "all" | "none"): TrainingProgram["tables"] {
  const embedding = shape.vocabulary * shape.hidden;
  const once = shape.tiedEmbeddings || logits === "none";
  return { embedding, all: once ? embedding : 2 * embedding };
}

/** Inputs and targets of the same length, unless the input fixes its own. */
function encoderDecoderTraining(model: EncoderDecoderModel): TrainingProgram {
  const { encoder, decoder, tokensPerSample } = model;
  const inputsOf = (microBatch: number, sequence: number): number =>
    microBatch * (tokensPerSample ?? sequence);
  return {
    forward: (microBatch, sequence, sharding) =>
      encoderDecoderForward(model, microBatch, sequence, sequence, sharding),
    parameters: model.parameters,
    tables: tablesOf(decoder, "all"),
    limits: transformerLimits(decoder),
    activationBytes(microBatch, sequence, sharding, recompute) {
      const inputs = inputsOf(microBatch, sequence);
      return (
        transformerActivationBytes(encoder, inputs, sharding, recompute) +
        transformerActivationBytes(decoder, microBatch * sequence, sharding, recompute)
      );
    },
    transientBytes(microBatch, sequence, sharding, recompute) {
      const inputs = inputsOf(microBatch, sequence);
      const targets = microBatch * sequence;
      const rebuilt = Math.max(
        rebuiltBytes(encoder, inputs, sharding, recompute),
        rebuiltBytes(decoder, targets, sharding, recompute),
      );
      return rebuilt + logitsBytes(decoder, targets, sharding);
    },
    layers: decoder.layers,
    tokensPerSequence: (sequence) => (tokensPerSample === null ? sequence : 1),
  };
}

/**
 * Korthikanti et al. 2022 (Reducing Activation Recomputation), eq. 2–5, with sequence parallelism: 34·s·b·h bytes a layer for a
 * plain network of inner width 4h, of which 18h belong to attention, norms and dropout (less where heads share keys and values, and
 * without dropout) and 4 bytes to each inner element (6 when gated). The score matrices are never kept (flash attention). Full recomputation keeps the layer inputs, 2·s·b·h.
 * Selective recomputation also drops what is cheap to rebuild: the inner activations after the first multiply.
 */
function transformerActivationBytes(
  shape: TransformerShape,
  tokens: number,
  sharding: Sharding,
  recompute: Recompute,
): number {
  const local = tokens / (sharding.tensor * sharding.context);
  const layers = shape.layers / sharding.pipeline;
  return local * layers * layerBytesPerToken(shape)[recompute];
}

function layerBytesPerToken(shape: TransformerShape): Readonly<Record<Recompute, number>> {
  const moe = shape.experts;
  const inner = moe ? moe.expertsPerToken * moe.expertFfn + moe.sharedFfn : shape.ffn;
  // Inputs of both norms, and of the multiplies behind them.
  const stream = 8 * shape.hidden;
  // Gated networks are trained without dropout, whose two masks take a byte an element.
  const masks = shape.gated ? 0 : 2 * shape.hidden;
  const outside = stream + masks + 2 * attentionWidth(shape);
  return {
    none: outside + (shape.gated ? 6 : 4) * inner,
    selective: outside + (shape.gated ? 4 : 2) * inner,
    full: 2 * shape.hidden,
  };
}

/** Elements of queries, keys, values and the attention's output of one token in a layer of attention. */
function attentionWidth({ heads, keyValueHeads, headDim, latent }: TransformerShape): number {
  if (latent === null) return 2 * heads * headDim + 2 * keyValueHeads * headDim;
  const { queryRank, keyValueRank, ropeDim, nopeDim, valueDim } = latent;
  const compressed = queryRank + keyValueRank + ropeDim;
  return compressed + heads * (2 * (nopeDim + ropeDim) + 2 * valueDim);
}

/** The rest of the layer that is being rebuilt, whatever the number of micro-batches in flight. */
function rebuiltBytes(
  shape: TransformerShape,
  tokens: number,
  sharding: Sharding,
  recompute: Recompute,
): number {
  const layer = layerBytesPerToken(shape);
  return (tokens * (layer.none - layer[recompute])) / (sharding.tensor * sharding.context);
}

/**
 * FP32 logits, 4·s·b·v (Korthikanti et al. 2022, section 4.3). The first stage of a pipeline, which keeps most, has none.
 */
function logitsBytes(shape: TransformerShape, tokens: number, sharding: Sharding): number {
  if (sharding.pipeline > 1) return 0;
  return (4 * tokens * shape.vocabulary) / (sharding.tensor * sharding.context);
}

/** Networks without a token axis train by data parallelism; activations are twice what one pass writes. */
function sampleTraining(model: Model): TrainingProgram {
  const program = lowerModel(model);
  if (program.kind !== "one-shot") throw new Error(`${model.id} has a token axis`);
  return {
    forward: (batch, length, sharding) => program.forward(batch, length, sharding),
    parameters: model.parameters,
    tables: { embedding: 0, all: 0 },
    limits: { ...SINGLE_CHIP, tensor: model.kind === "recommender" ? program.limits.tensor : 1 },
    activationBytes(microBatch, sequence, sharding, recompute) {
      const { operators } = program.forward(microBatch, sequence, sharding);
      const written = operators.reduce(
        (sum, operator) => sum + operator.count * operator.activationElements,
        0,
      );
      // A tensor is written once and read once; it is kept once, at 16 bits.
      const kept = written;
      return recompute === "full" ? kept / 4 : kept;
    },
    transientBytes: () => 0,
    layers: 1,
    tokensPerSequence: () => 1,
  };
}
