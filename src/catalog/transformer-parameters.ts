import type { LinearAttention, TransformerShape } from "./types.ts";

/** Elements of weight matrices: all of them, and those that one token is multiplied with. */
export interface ParameterCount {
  total: number;
  active: number;
}

/** Taps of the short convolution before a recurrent layer's state (4 in Gated DeltaNet, Mamba-2 and KDA). */
const SHORT_CONVOLUTION = 4;

/**
 * Parameters of a decoder or encoder stack with its token embedding and, unless tied, its output head. Biases, norms
 * and position tables are not part of a shape; they are below 1 % except in very small models.
 */
export function transformerParameters(shape: TransformerShape): ParameterCount {
  const table = shape.vocabulary * shape.hidden;
  // A token reads one row of its embedding and is multiplied with the whole output head.
  const embeddings = { total: shape.tiedEmbeddings ? table : 2 * table, active: table };
  return plus(stackParameters(shape), embeddings);
}

/** As `transformerParameters`, for an encoder: it has an embedding but no output head. */
export function encoderParameters(shape: TransformerShape): ParameterCount {
  return plus(stackParameters(shape), same(shape.vocabulary * shape.hidden));
}

/**
 * Encoder and decoder with cross-attention in every decoder layer. One embedding table serves both where the
 * vocabularies agree (T5).
 */
export function encoderDecoderParameters(
  encoder: TransformerShape,
  decoder: TransformerShape,
): ParameterCount {
  const shared = encoder.vocabulary === decoder.vocabulary;
  const ownTable = shared ? 0 : encoder.vocabulary * encoder.hidden;
  const cross = decoder.layers * crossAttentionParameters(encoder, decoder);
  const encoderPart = plus(stackParameters(encoder), same(ownTable));
  return plus(plus(encoderPart, transformerParameters(decoder)), same(cross));
}

/**
 * Diffusion transformer: each set of layer weights comes with a modulation by the time step (adaptive layer norm:
 * 6 vectors from one, 6·hidden² weights; Peebles & Xie 2023). Double-stream layers have a second set for text tokens.
 */
export function denoiserParameters(shape: TransformerShape, doubleStreamLayers: number): number {
  const modulation = 6 * shape.hidden ** 2;
  const layer = attentionParameters(shape) + feedForwardParameters(shape, shape.ffn) + modulation;
  return (shape.layers + doubleStreamLayers) * layer;
}

/** Layers that have a feed-forward network: all, or in hybrid patterns only those without attention. */
function feedForwardLayers(shape: TransformerShape): number {
  return shape.span.noneLayers > 0 ? shape.span.noneLayers : shape.layers;
}

/** Size of the recurrent layers; as wide as the attention heads where the profile does not say. */
function linearAttentionOf(shape: TransformerShape): LinearAttention {
  return (
    shape.linear ?? {
      keyHeads: shape.heads,
      keyDim: shape.headDim,
      valueHeads: shape.heads,
      valueDim: shape.headDim,
    }
  );
}

/** Layers alone, without embeddings. */
function stackParameters(shape: TransformerShape): ParameterCount {
  const { span } = shape;
  const attention = (span.fullLayers + span.windowLayers) * attentionParameters(shape);
  const recurrent =
    span.linearLayers === 0
      ? 0
      : span.linearLayers * recurrentParameters(shape.hidden, linearAttentionOf(shape));
  return plus(same(attention + recurrent), allFeedForwardParameters(shape));
}

function attentionParameters(shape: TransformerShape): number {
  const { hidden, heads, latent } = shape;
  if (latent === null) {
    return hidden * shape.headDim * (2 * heads + 2 * shape.keyValueHeads);
  }
  const queryWidth = heads * (latent.nopeDim + latent.ropeDim);
  const query =
    latent.queryRank > 0 ? latent.queryRank * (hidden + queryWidth) : hidden * queryWidth;
  const down = hidden * (latent.keyValueRank + latent.ropeDim);
  const up = latent.keyValueRank * heads * (latent.nopeDim + latent.valueDim);
  return query + down + up + heads * latent.valueDim * hidden;
}

/** Queries and output as wide as the decoder's heads; keys and values come from the encoder's width. */
function crossAttentionParameters(encoder: TransformerShape, decoder: TransformerShape): number {
  const queryAndOutput = 2 * decoder.hidden * decoder.heads * decoder.headDim;
  return queryAndOutput + 2 * encoder.hidden * decoder.keyValueHeads * decoder.headDim;
}

/** Projections to query, key, value, gate and per-head rates, the short convolution, and the output projection. */
function recurrentParameters(hidden: number, linear: LinearAttention): number {
  const keys = linear.keyHeads * linear.keyDim;
  const values = linear.valueHeads * linear.valueDim;
  const into = hidden * (2 * keys + 2 * values + 2 * linear.valueHeads);
  return into + SHORT_CONVOLUTION * (2 * keys + values) + values * hidden;
}

function allFeedForwardParameters(shape: TransformerShape): ParameterCount {
  const layers = feedForwardLayers(shape);
  const moe = shape.experts;
  if (moe === null) return same(layers * feedForwardParameters(shape, shape.ffn));
  const dense = same(moe.denseLayers * feedForwardParameters(shape, shape.ffn));
  const expert = feedForwardParameters(shape, moe.expertFfn);
  const every = feedForwardParameters(shape, moe.sharedFfn) + shape.hidden * moe.experts;
  const sparse = layers - moe.denseLayers;
  return plus(dense, {
    total: sparse * (moe.experts * expert + every),
    active: sparse * (moe.expertsPerToken * expert + every),
  });
}

function feedForwardParameters(shape: TransformerShape, width: number): number {
  return (shape.gated ? 3 : 2) * shape.hidden * width;
}

function same(count: number): ParameterCount {
  return { total: count, active: count };
}

function plus(left: ParameterCount, right: ParameterCount): ParameterCount {
  return { total: left.total + right.total, active: left.active + right.active };
}
