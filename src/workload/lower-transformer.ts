import type { DecoderModel, EncoderDecoderModel, EncoderModel } from "../catalog/types.ts";
import type { Operator, Sharding, Step } from "./types.ts";
import { headsPerChip, sequenceCacheElements } from "./attention.ts";
import { lowerBlocks } from "./lower-blocks.ts";
import { matmul } from "./operators.ts";
import type { GenerativeProgram, OneShotProgram } from "./program.ts";
import { activationWidth, transformerLimits, transformerStep } from "./transformer.ts";

/** Text lengths that encoders take when a workload names none. */
const DEFAULT_ENCODER_TOKENS = 128;

export function lowerDecoder(model: DecoderModel): GenerativeProgram {
  const { shape } = model;
  return {
    kind: "generative",
    prefill: (batch, inputTokens, sharding) =>
      transformerStep(
        shape,
        { batch, newTokens: Math.max(1, inputTokens), cachedTokens: 0, causal: true },
        sharding,
        "last",
      ),
    decode: (batch, inputTokens, generatedTokens, sharding) =>
      transformerStep(
        shape,
        { batch, newTokens: 1, cachedTokens: inputTokens + generatedTokens, causal: true },
        sharding,
        "last",
      ),
    cacheElements: (inputTokens, outputTokens, sharding) =>
      sequenceCacheElements(shape, inputTokens + outputTokens, sharding.tensor, sharding.pipeline),
    weightElements: model.parameters,
    activationElementsPerToken: activationWidth(shape),
    limits: transformerLimits(shape),
  };
}

export function lowerEncoder(model: EncoderModel): OneShotProgram {
  const { shape } = model;
  const tokensOf = (length: number): number =>
    model.tokensPerSample ?? (length > 1 ? length : DEFAULT_ENCODER_TOKENS);
  return {
    kind: "one-shot",
    countsTokens: model.tokensPerSample === null,
    forward(batch, length, sharding) {
      const pass = { batch, newTokens: tokensOf(length), cachedTokens: 0, causal: false };
      return withStem(model, batch, transformerStep(shape, pass, sharding, "none"));
    },
    passes: () => 1,
    weightElements: model.parameters,
    activationElementsPerSample: (length) => tokensOf(length) * activationWidth(shape),
    limits: transformerLimits(shape),
  };
}

/** Prefill = encode the input and project its keys and values once; decode = decoder layers with cross-attention. */
export function lowerEncoderDecoder(model: EncoderDecoderModel): GenerativeProgram {
  const { encoder, decoder } = model;
  const encoderTokens = (length: number): number =>
    model.tokensPerSample ?? (length > 1 ? length : DEFAULT_ENCODER_TOKENS);
  const crossWidth = (sharding: Sharding): number =>
    2 * headsPerChip(decoder.keyValueHeads, sharding.tensor) * decoder.headDim;
  const layersOf = (sharding: Sharding): number => decoder.layers / sharding.pipeline;
  return {
    kind: "generative",
    prefill(batch, inputTokens, sharding) {
      const newTokens = encoderTokens(inputTokens);
      const pass = { batch, newTokens, cachedTokens: 0, causal: false };
      const encode = withStem(model, batch, transformerStep(encoder, pass, sharding, "none"));
      const project = matmul(
        "cross-attention.key-value",
        layersOf(sharding),
        batch * newTokens,
        crossWidth(sharding),
        decoder.hidden,
      );
      return { operators: [...encode.operators, project], collectives: encode.collectives };
    },
    decode(batch, inputTokens, generatedTokens, sharding) {
      const pass = { batch, newTokens: 1, cachedTokens: generatedTokens, causal: true };
      const self = transformerStep(decoder, pass, sharding, "last");
      const cross = crossAttention(model, batch, encoderTokens(inputTokens), sharding);
      return {
        operators: [...self.operators, ...cross],
        collectives: self.collectives,
      };
    },
    cacheElements(inputTokens, outputTokens, sharding) {
      const self = sequenceCacheElements(decoder, outputTokens, sharding.tensor, sharding.pipeline);
      return self + encoderTokens(inputTokens) * crossWidth(sharding) * layersOf(sharding);
    },
    weightElements: model.parameters,
    activationElementsPerToken: activationWidth(encoder),
    limits: transformerLimits(decoder),
  };
}

function crossAttention(
  model: EncoderDecoderModel,
  batch: number,
  encoderTokens: number,
  sharding: Sharding,
): Operator[] {
  const { decoder } = model;
  const layers = decoder.layers / sharding.pipeline;
  const heads = headsPerChip(decoder.heads, sharding.tensor);
  const keyValueHeads = headsPerChip(decoder.keyValueHeads, sharding.tensor);
  const width = heads * decoder.headDim;
  return [
    matmul("cross-attention.query", layers, batch, width, decoder.hidden),
    {
      name: "cross-attention",
      kind: "attention",
      count: layers,
      m: heads / keyValueHeads,
      n: encoderTokens,
      k: decoder.headDim,
      groups: batch * keyValueHeads,
      operations: 4 * batch * width * encoderTokens,
      weightElements: 0,
      activationElements: 2 * batch * width,
      cacheElements: 2 * batch * encoderTokens * keyValueHeads * decoder.headDim,
    },
    matmul("cross-attention.output", layers, batch, decoder.hidden, width),
  ];
}

function withStem(model: Pick<EncoderModel, "stem" | "input">, batch: number, step: Step): Step {
  if (model.stem.length === 0 || !model.input) return step;
  const stem = lowerBlocks({ blocks: model.stem, input: model.input }, batch);
  return { operators: [...stem.operators, ...step.operators], collectives: step.collectives };
}
