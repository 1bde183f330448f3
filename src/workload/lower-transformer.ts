import type {
  DecoderModel,
  EncoderDecoderModel,
  EncoderModel,
  TransformerShape,
} from "../catalog/types.ts";
import { UNSHARDED, type Collective, type Operator, type Sharding, type Step } from "./types.ts";
import { headsPerChip, sequenceCacheElements, type Pass } from "./attention.ts";
import { elementsOf } from "./blocks/tensor.ts";
import { lowerBlocks } from "./lower-blocks.ts";
import { matmul, vector } from "./operators.ts";
import type { GenerativeProgram, OneShotProgram } from "./program.ts";
import { activationWidth, transformerLimits, transformerStep, type Logits } from "./transformer.ts";
import { FOUR_BIT, NARROWED, type WideWeights } from "./wide-weights.ts";

/** Text lengths that encoders take when a workload names none. */
const DEFAULT_ENCODER_TOKENS = 128;

export function lowerDecoder(model: DecoderModel): GenerativeProgram {
  const { shape } = model;
  return {
    kind: "generative",
    prefill(batch, inputTokens, sharding, cachedTokens = 0) {
      const newTokens = Math.max(1, inputTokens - cachedTokens);
      return transformerStep(
        shape,
        { batch, newTokens, cachedTokens, causal: true },
        sharding,
        "last",
      );
    },
    decode(batch, inputTokens, generatedTokens, sharding, newTokens = 1) {
      const pass = { batch, newTokens, cachedTokens: inputTokens + generatedTokens, causal: true };
      return decoded(transformerStep(shape, pass, sharding, logitsOf(pass)), pass);
    },
    cacheElements: (inputTokens, outputTokens, sharding) =>
      sequenceCacheElements(shape, inputTokens + outputTokens, sharding),
    weightElements: model.parameters,
    wideWeights: wideWeightsOf(shape),
    activationElementsPerToken: activationWidth(shape),
    limits: transformerLimits(shape),
  };
}

/** Counted in a step of one token, which meets every weight but those of the experts that it does not choose. */
function wideWeightsOf(shape: TransformerShape): readonly WideWeights[] {
  const pass = { batch: 1, newTokens: 1, cachedTokens: 1, causal: true };
  const { operators } = transformerStep(shape, pass, UNSHARDED, "last");
  const met = (belowBytes: number): number =>
    operators.reduce(
      (sum, { kind, count, weightElements, wideBelowBytes }) =>
        wideBelowBytes === belowBytes && kind !== "gather" ? sum + count * weightElements : sum,
      0,
    );
  const embedding = shape.tiedEmbeddings ? 0 : shape.vocabulary * shape.hidden;
  return [
    { belowBytes: NARROWED, elements: met(NARROWED) + embedding },
    { belowBytes: FOUR_BIT, elements: met(FOUR_BIT) },
  ].filter(({ elements }) => elements > 0);
}

/** Proposed tokens are checked against the logits of each of them. */
const logitsOf = ({ newTokens }: Pass): Logits => (newTokens > 1 ? "all" : "last");

/** Each token that is checked is sampled and booked like one of a sequence of its own. */
function decoded(step: Step, { batch, newTokens }: Pass): Step {
  const sequences = batch * newTokens;
  return step.sequences === sequences ? step : { ...step, sequences };
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
    pictureElements: model.input ? elementsOf(model.input) : 0,
    activationElementsPerSample: (length) => tokensOf(length) * activationWidth(shape),
    limits: transformerLimits(shape),
  };
}

/** Prefill = encode the input and project its keys and values once; decode = decoder layers with cross-attention. */
export function lowerEncoderDecoder(model: EncoderDecoderModel): GenerativeProgram {
  const { encoder, decoder } = model;
  const encoderTokens = (length: number): number => tokensOfEncoder(model, length);
  const crossWidth = (sharding: Sharding): number =>
    2 * headsPerChip(decoder.keyValueHeads, sharding.tensor) * decoder.headDim;
  const layersOf = (sharding: Sharding): number => decoder.layers / sharding.pipeline;
  return {
    kind: "generative",
    prefill: (batch, inputTokens, sharding) => encode(model, batch, inputTokens, sharding),
    decode(batch, inputTokens, generatedTokens, sharding, newTokens = 1) {
      const pass = { batch, newTokens, cachedTokens: generatedTokens, causal: true };
      const tokens = encoderTokens(inputTokens);
      return decoded(decodeWithCross(model, pass, tokens, sharding, logitsOf(pass)), pass);
    },
    cacheElements(inputTokens, outputTokens, sharding) {
      const self = sequenceCacheElements(decoder, outputTokens, sharding);
      const cross = encoderTokens(inputTokens) * crossWidth(sharding) * layersOf(sharding);
      return self + cross / sharding.context;
    },
    weightElements: model.parameters,
    wideWeights: wideWeightsOf(decoder),
    activationElementsPerToken: activationWidth(encoder),
    limits: transformerLimits(decoder),
  };
}

/** One pass over inputs and targets at once, as in training: every target token is known. */
export function encoderDecoderForward(
  model: EncoderDecoderModel,
  batch: number,
  inputTokens: number,
  targetTokens: number,
  sharding: Sharding,
): Step {
  const input = encode(model, batch, inputTokens, sharding);
  const pass = { batch, newTokens: targetTokens, cachedTokens: 0, causal: true };
  const output = decodeWithCross(model, pass, tokensOfEncoder(model, inputTokens), sharding, "all");
  return {
    operators: [...input.operators, ...output.operators],
    collectives: [...input.collectives, ...output.collectives],
  };
}

const tokensOfEncoder = (model: EncoderDecoderModel, length: number): number =>
  model.tokensPerSample ?? (length > 1 ? length : DEFAULT_ENCODER_TOKENS);

/** The encoder, and the keys and values of its output for every decoder layer. */
function encode(
  model: EncoderDecoderModel,
  batch: number,
  inputTokens: number,
  sharding: Sharding,
): Step {
  const { encoder, decoder } = model;
  const newTokens = tokensOfEncoder(model, inputTokens);
  const pass = { batch, newTokens, cachedTokens: 0, causal: false };
  const step = withStem(model, batch, transformerStep(encoder, pass, sharding, "none"));
  const project = matmul(
    "cross-attention.key-value",
    decoder.layers / sharding.pipeline,
    (batch * newTokens) / sharding.context,
    2 * headsPerChip(decoder.keyValueHeads, sharding.tensor) * decoder.headDim,
    decoder.hidden,
  );
  return { operators: [...step.operators, project], collectives: step.collectives };
}

function decodeWithCross(
  model: EncoderDecoderModel,
  pass: Pass,
  encoderTokens: number,
  sharding: Sharding,
  logits: Logits,
): Step {
  const { decoder } = model;
  const self = transformerStep(decoder, pass, sharding, logits);
  const operators = [...self.operators, ...crossAttention(model, pass, encoderTokens, sharding)];
  if (sharding.tensor === 1) return { ...self, operators };
  const reduce: Collective = {
    name: "cross-attention all-reduce",
    kind: "all-reduce",
    group: "tensor",
    count: decoder.layers / sharding.pipeline,
    elements: (pass.batch * pass.newTokens * decoder.hidden) / sharding.context,
    bytesPerElement: null,
  };
  return { ...self, operators, collectives: [...self.collectives, reduce] };
}

function crossAttention(
  model: EncoderDecoderModel,
  { batch, newTokens }: Pass,
  encoderTokens: number,
  sharding: Sharding,
): Operator[] {
  const { decoder } = model;
  const tokens = (batch * newTokens) / sharding.context;
  const layers = decoder.layers / sharding.pipeline;
  const heads = headsPerChip(decoder.heads, sharding.tensor);
  const keyValueHeads = headsPerChip(decoder.keyValueHeads, sharding.tensor);
  const width = heads * decoder.headDim;
  return [
    vector("cross-attention.normalisation", layers, 3 * tokens * decoder.hidden, 6),
    matmul("cross-attention.query", layers, tokens, width, decoder.hidden),
    {
      name: "cross-attention",
      kind: "attention",
      count: layers,
      m: (tokens / batch) * (heads / keyValueHeads),
      n: encoderTokens,
      k: decoder.headDim,
      groups: batch * keyValueHeads,
      operations: 4 * tokens * width * encoderTokens,
      weightElements: 0,
      activationElements: 2 * tokens * width,
      cacheElements: 2 * batch * encoderTokens * keyValueHeads * decoder.headDim,
      wideBelowBytes: 0,
    },
    matmul("cross-attention.output", layers, tokens, decoder.hidden, width),
  ];
}

function withStem(model: Pick<EncoderModel, "stem" | "input">, batch: number, step: Step): Step {
  if (model.stem.length === 0 || !model.input) return step;
  const stem = lowerBlocks({ blocks: model.stem, input: model.input }, batch);
  return { operators: [...stem.operators, ...step.operators], collectives: step.collectives };
}
