import type { TransformerShape } from "../catalog/types.ts";
import type { Operator, Sharding } from "./types.ts";
import { matmul } from "./operators.ts";
import { indexerOperators } from "./sparse-indexer.ts";

/** One pass of a transformer stack over `batch` sequences. Token counts are per sequence, before context parallelism splits them. */
export interface Pass {
  batch: number;
  newTokens: number;
  /** Tokens already in the cache before this pass. */
  cachedTokens: number;
  causal: boolean;
}

/** A pass as one chip of a context-parallel group sees it. */
interface LocalPass extends Pass {
  /** One new token per sequence, or some proposed ones: latent attention stays in the compressed space, and each chip reads its share of the cache. */
  decoding: boolean;
  /** Cached and new tokens of a sequence whose keys this chip meets. */
  keyTokens: number;
  /** Each query reads tokens of its own choice, fewer than there are: latent attention stays in the compressed space then too. */
  choosing: boolean;
}

/** So few new tokens that reading the compressed cache costs less than unpacking it. */
const DECODING_TOKENS = 33;

function localPass(whole: Pass, context: number, { span }: TransformerShape): LocalPass {
  const decoding =
    whole.newTokens <= 1 || (whole.cachedTokens > 0 && whole.newTokens <= DECODING_TOKENS);
  const end = whole.cachedTokens + whole.newTokens;
  return {
    batch: whole.batch,
    newTokens: whole.newTokens / context,
    cachedTokens: whole.cachedTokens,
    causal: whole.causal,
    decoding,
    keyTokens: decoding ? end / context : end,
    choosing: span.sparseTopTokens !== null && end > span.sparseTopTokens,
  };
}

/** Width of a linear-attention state per head dimension (Gated DeltaNet and Mamba-2 keep 128 in published configs). */
const STATE_WIDTH = 128;

export const headsPerChip = (heads: number, tensor: number): number => Math.ceil(heads / tensor);

/**
 * Elements that one cached token takes in one full-attention layer on one chip. Keys and values of the chip's heads;
 * for latent attention the compressed vector, which every tensor-parallel chip holds whole.
 */
export function cacheElementsPerToken(shape: TransformerShape, tensor: number): number {
  if (shape.latent) return shape.latent.keyValueRank + shape.latent.ropeDim;
  return 2 * headsPerChip(shape.keyValueHeads, tensor) * shape.headDim;
}

/** What the indexer keeps of a token in one full-attention layer, whole on every chip. */
const indexElementsPerToken = ({ indexer }: TransformerShape): number => indexer?.headDim ?? 0;

interface LinearWidths {
  heads: number;
  /** Widths of queries and keys together, and of values with their output gate. */
  input: number;
  output: number;
  keyDim: number;
  state: number;
}

/** Sizes of one linear-attention layer on one chip; as wide as the attention heads where the profile does not say. */
function linearWidths(shape: TransformerShape, tensor: number): LinearWidths {
  const linear = shape.linear ?? {
    keyHeads: shape.heads,
    keyDim: STATE_WIDTH,
    valueHeads: shape.heads,
    valueDim: shape.headDim,
  };
  const heads = headsPerChip(linear.valueHeads, tensor);
  const output = heads * linear.valueDim;
  const keys = headsPerChip(linear.keyHeads, tensor) * linear.keyDim;
  return {
    heads,
    input: 2 * keys + 2 * output,
    output,
    keyDim: linear.keyDim,
    state: output * linear.keyDim,
  };
}

/** Elements of the recurrent state of one linear-attention layer on one chip, whatever the length. */
function stateElements(shape: TransformerShape, tensor: number): number {
  return linearWidths(shape, tensor).state;
}

/** Cached elements of one sequence of `tokens` on one chip, all layers of a pipeline stage. Context parallelism splits the tokens. */
export function sequenceCacheElements(
  shape: TransformerShape,
  tokens: number,
  sharding: Sharding,
): number {
  const { tensor, pipeline, context } = sharding;
  const { span } = shape;
  const perToken = cacheElementsPerToken(shape, tensor);
  const full = span.fullLayers * tokens * (perToken + indexElementsPerToken(shape));
  const window = span.windowLayers * Math.min(tokens, span.windowTokens) * perToken;
  const linear = span.linearLayers * stateElements(shape, tensor);
  return ((full + window) / context + linear) / pipeline;
}

/** Cached tokens that a query token sees in each kind of layer, averaged over the new tokens of the pass. */
export function visibleTokens(pass: Pass, windowTokens: number | null): number {
  const end = pass.cachedTokens + pass.newTokens;
  const mean = pass.causal ? pass.cachedTokens + (pass.newTokens + 1) / 2 : end;
  if (windowTokens === null) return mean;
  if (!pass.causal) return Math.min(end, windowTokens);
  if (end <= windowTokens) return mean;
  // Tokens whose past is shorter than the window see all of it; the rest see the window.
  const growing = Math.max(0, windowTokens - pass.cachedTokens);
  const growingMean = pass.cachedTokens + (growing + 1) / 2;
  return (
    (growing * growingMean + (pass.newTokens - growing) * windowTokens) /
    Math.max(1, pass.newTokens)
  );
}

/**
 * Query, key, value and output projections and the attention proper, for one pipeline stage. Context parallelism splits the
 * new tokens; each chip still meets every earlier key (ring attention, balanced over the causal triangle).
 */
export function attentionOperators(
  shape: TransformerShape,
  whole: Pass,
  sharding: Sharding,
): Operator[] {
  const { tensor } = sharding;
  const layerShare = 1 / sharding.pipeline;
  const pass = localPass(whole, sharding.context, shape);
  const tokens = pass.batch * pass.newTokens;
  const { span } = shape;
  const attentive = (span.fullLayers + span.windowLayers) * layerShare;
  const operators: Operator[] = shape.latent
    ? latentProjections(shape, pass, tensor, attentive)
    : groupedProjections(shape, tokens, tensor, attentive);
  if (span.fullLayers > 0) {
    const visible = visibleTokens(whole, span.sparseTopTokens);
    if (shape.indexer) {
      operators.push(
        ...indexerOperators(shape, shape.indexer, span.fullLayers * layerShare, {
          tokens,
          sequences: pass.batch,
          visibleTokens: visibleTokens(whole, null),
          keyTokens: pass.keyTokens,
        }),
      );
    }
    operators.push(
      core("attention.full", shape, pass, tensor, span.fullLayers * layerShare, visible, null),
    );
  }
  if (span.windowLayers > 0) {
    const visible = visibleTokens(whole, span.windowTokens);
    operators.push(
      core(
        "attention.window",
        shape,
        pass,
        tensor,
        span.windowLayers * layerShare,
        visible,
        span.windowTokens,
      ),
    );
  }
  if (span.linearLayers > 0) operators.push(...linearAttention(shape, pass, sharding));
  return operators;
}

function groupedProjections(
  shape: TransformerShape,
  tokens: number,
  tensor: number,
  layers: number,
): Operator[] {
  if (layers === 0) return [];
  const queryWidth = headsPerChip(shape.heads, tensor) * shape.headDim;
  const keyValueWidth = 2 * headsPerChip(shape.keyValueHeads, tensor) * shape.headDim;
  return [
    matmul("attention.qkv", layers, tokens, queryWidth + keyValueWidth, shape.hidden),
    matmul("attention.output", layers, tokens, shape.hidden, queryWidth),
  ];
}

/** Multi-head latent attention (DeepSeek-V2, 2024): decode works in the compressed space, prefill expands it. */
function latentProjections(
  shape: TransformerShape,
  pass: LocalPass,
  tensor: number,
  layers: number,
): Operator[] {
  const latent = shape.latent;
  if (!latent || layers === 0) return [];
  const tokens = pass.batch * pass.newTokens;
  const heads = headsPerChip(shape.heads, tensor);
  const queryWidth = heads * (latent.nopeDim + latent.ropeDim);
  const compressed = latent.keyValueRank + latent.ropeDim;
  const operators =
    latent.queryRank > 0
      ? [
          matmul("attention.down", layers, tokens, latent.queryRank + compressed, shape.hidden),
          matmul("attention.query-up", layers, tokens, queryWidth, latent.queryRank),
        ]
      : [matmul("attention.qkv", layers, tokens, queryWidth + compressed, shape.hidden)];
  if (!pass.decoding && !pass.choosing) {
    const expanded = heads * (latent.nopeDim + latent.valueDim);
    operators.push(matmul("attention.key-value-up", layers, tokens, expanded, latent.keyValueRank));
  } else {
    operators.push(
      matmul("attention.absorb-key", layers, tokens, latent.keyValueRank, latent.nopeDim, heads),
      matmul("attention.absorb-value", layers, tokens, latent.valueDim, latent.keyValueRank, heads),
    );
  }
  operators.push(matmul("attention.output", layers, tokens, shape.hidden, heads * latent.valueDim));
  return operators;
}

function core(
  name: string,
  shape: TransformerShape,
  pass: LocalPass,
  tensor: number,
  layers: number,
  visible: number,
  windowTokens: number | null,
): Operator {
  const heads = headsPerChip(shape.heads, tensor);
  const { latent } = shape;
  const chosen = pass.choosing && windowTokens === null;
  const absorbed = latent !== null && (pass.decoding || chosen);
  const scoreDim = latent
    ? absorbed
      ? latent.keyValueRank + latent.ropeDim
      : latent.nopeDim + latent.ropeDim
    : shape.headDim;
  const valueDim = latent ? (absorbed ? latent.keyValueRank : latent.valueDim) : shape.headDim;
  // A pass reads each cached token once per sequence (flash attention), and writes the new ones.
  const readTokens =
    windowTokens === null
      ? shape.span.sparseTopTokens === null || !pass.decoding
        ? pass.keyTokens
        : Math.min(pass.keyTokens, shape.span.sparseTopTokens)
      : Math.min(pass.keyTokens, windowTokens + pass.newTokens);
  const perToken = cacheElementsPerToken(shape, tensor);
  const keyValueHeads = latent ? 1 : headsPerChip(shape.keyValueHeads, tensor);
  // Queries that choose for themselves share no multiply.
  const apart = chosen && !pass.decoding;
  return {
    name,
    kind: "attention",
    count: layers,
    // Query heads that share a key/value head are rows of one multiply.
    m: (apart ? 1 : pass.newTokens) * (heads / keyValueHeads),
    n: visible,
    k: scoreDim,
    groups: pass.batch * keyValueHeads * (apart ? pass.newTokens : 1),
    operations: 2 * pass.batch * heads * pass.newTokens * visible * (scoreDim + valueDim),
    weightElements: 0,
    activationElements: pass.batch * pass.newTokens * heads * (scoreDim + valueDim),
    cacheElements: pass.batch * (readTokens + pass.newTokens) * perToken,
    wideBelowBytes: 0,
  };
}

/** Linear attention: projections as in full attention, then a state update of constant size per token. */
function linearAttention(shape: TransformerShape, pass: Pass, sharding: Sharding): Operator[] {
  const tokens = pass.batch * pass.newTokens;
  const layers = shape.span.linearLayers / sharding.pipeline;
  const { heads, input, output, keyDim, state } = linearWidths(shape, sharding.tensor);
  return [
    matmul("linear-attention.in", layers, tokens, input, shape.hidden),
    {
      name: "linear-attention.state",
      kind: "attention",
      count: layers,
      m: pass.newTokens,
      n: keyDim,
      k: output / heads,
      groups: pass.batch * heads,
      operations: 4 * tokens * state,
      weightElements: 0,
      activationElements: tokens * input,
      cacheElements: 2 * pass.batch * state,
      wideBelowBytes: 0,
    },
    matmul("linear-attention.out", layers, tokens, shape.hidden, output),
  ];
}
