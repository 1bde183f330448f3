import type { Model, TransformerShape } from "../catalog/types.ts";
import { lowerModel } from "./lower-model.ts";
import type { ShardingLimits } from "./program.ts";
import { SINGLE_CHIP } from "./program.ts";
import { transformerLimits, transformerStep } from "./transformer.ts";
import type { Sharding, Step } from "./types.ts";

/** What is recomputed in the backward pass instead of kept. */
export type Recompute = "none" | "selective" | "full";

/** What the trainer asks of a model. Elements and operators of one chip; one micro-batch of `microBatch` sequences (samples). */
export interface TrainingProgram {
  forward(microBatch: number, sequence: number, sharding: Sharding): Step;
  parameters: number;
  limits: ShardingLimits;
  /** Bytes kept from forward to backward for one micro-batch, one stage, with 16-bit activations. */
  activationBytes(
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
      return transformerTraining(model.shape, model.parameters, "all", (sequence) => sequence);
    case "encoder": {
      const fixed = model.tokensPerSample;
      return transformerTraining(
        model.shape,
        model.parameters,
        fixed === null ? "all" : "none",
        (sequence) => fixed ?? sequence,
        fixed === null ? null : 1,
      );
    }
    default:
      return sampleTraining(model);
  }
}

function transformerTraining(
  shape: TransformerShape,
  parameters: number,
  logits: "all" | "none",
  tokensOf: (sequence: number) => number,
  countedTokens: number | null = null,
): TrainingProgram {
  return {
    forward: (microBatch, sequence, sharding) =>
      transformerStep(
        shape,
        {
          batch: microBatch,
          newTokens: tokensOf(sequence),
          cachedTokens: 0,
          causal: logits === "all",
        },
        sharding,
        logits,
      ),
    parameters,
    limits: transformerLimits(shape),
    activationBytes: (microBatch, sequence, sharding, recompute) =>
      transformerActivationBytes(shape, microBatch * tokensOf(sequence), sharding, recompute),
    layers: shape.layers,
    tokensPerSequence: (sequence) => countedTokens ?? tokensOf(sequence),
  };
}

/**
 * Korthikanti et al. 2022 (Reducing Activation Recomputation), eq. 2–5, with sequence parallelism: 34·s·b·h bytes a layer for a
 * plain network of inner width 4h, of which 18h belong to attention, norms and dropout and 4 bytes to each inner element (6 when
 * gated). The score matrices are never kept (flash attention). Full recomputation keeps the layer inputs, 2·s·b·h.
 * Selective recomputation also drops what is cheap to rebuild: the inner activations after the first multiply.
 */
function transformerActivationBytes(
  shape: TransformerShape,
  tokens: number,
  sharding: Sharding,
  recompute: Recompute,
): number {
  const local = tokens / (sharding.tensor * sharding.context);
  const moe = shape.experts;
  const inner = moe ? moe.expertsPerToken * moe.expertFfn + moe.sharedFfn : shape.ffn;
  const whole = 18 * shape.hidden + (shape.gated ? 6 : 4) * inner;
  const selective = 18 * shape.hidden + (shape.gated ? 4 : 2) * inner;
  const layers = shape.layers / sharding.pipeline;
  switch (recompute) {
    case "none":
      return local * layers * whole;
    case "selective":
      return local * layers * selective;
    case "full":
      return local * (layers * 2 * shape.hidden + whole);
  }
}

/** Networks without a token axis train by data parallelism; activations are twice what one pass writes. */
function sampleTraining(model: Model): TrainingProgram {
  const program = lowerModel(model);
  const forward = (microBatch: number, sequence: number, sharding: Sharding): Step => {
    if (program.kind === "one-shot") return program.forward(microBatch, sequence, sharding);
    const encode = program.prefill(microBatch, sequence, sharding);
    const decode = program.decode(microBatch * sequence, sequence, 0, sharding);
    return {
      operators: [...encode.operators, ...decode.operators],
      collectives: [...encode.collectives, ...decode.collectives],
    };
  };
  return {
    forward,
    parameters: model.parameters,
    limits: { ...SINGLE_CHIP, tensor: model.kind === "recommender" ? program.limits.tensor : 1 },
    activationBytes(microBatch, sequence, sharding, recompute) {
      const written = forward(microBatch, sequence, sharding).operators.reduce(
        (sum, operator) => sum + operator.count * operator.activationElements,
        0,
      );
      // A tensor is written once and read once; it is kept once, at 16 bits.
      const kept = written;
      return recompute === "full" ? kept / 4 : kept;
    },
    layers: 1,
    tokensPerSequence: () => 1,
  };
}
