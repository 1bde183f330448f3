import type { MixtureOfExperts, TransformerShape } from "../catalog/types.ts";
import type { Operator, Sharding } from "./types.ts";
import { busiest } from "./busiest-group.ts";
import { matmul, vector } from "./operators.ts";
import { NARROWED } from "./wide-weights.ts";

/**
 * Expected number of distinct experts that `tokens` tokens touch when each picks `expertsPerToken` of `experts`
 * uniformly: E·(1 − (1 − k/E)^T).
 */
export function touchedExperts(moe: MixtureOfExperts, tokens: number): number {
  return moe.experts * (1 - (1 - moe.expertsPerToken / moe.experts) ** tokens);
}

/** Feed-forward networks of one pipeline stage on one chip, for the `tokens` that this chip (or its tensor group) holds. */
export function feedForwardOperators(
  shape: TransformerShape,
  tokens: number,
  sharding: Sharding,
): Operator[] {
  const { tensor, expert } = sharding;
  const layerShare = 1 / sharding.pipeline;
  const moe = shape.experts;
  const feedForwardLayers = feedForwardLayerCount(shape);
  const denseLayers = (moe ? moe.denseLayers : feedForwardLayers) * layerShare;
  const operators: Operator[] = [];
  if (denseLayers > 0 && shape.ffn > 0) {
    operators.push(
      ...dense("ffn", denseLayers, tokens, shape.hidden, shape.ffn / tensor, shape.gated),
    );
  }
  if (moe) {
    const layers = expertLayerCount(shape) * layerShare;
    if (layers > 0) operators.push(...mixture(shape, moe, layers, tokens, tensor, expert));
  }
  return operators;
}

/** Hybrid models alternate mixers and feed-forward layers: their mixers have no feed-forward network of their own. */
function feedForwardLayerCount(shape: TransformerShape): number {
  return shape.span.noneLayers > 0 ? shape.span.noneLayers : shape.layers;
}

export function expertLayerCount(shape: TransformerShape): number {
  return shape.experts ? feedForwardLayerCount(shape) - shape.experts.denseLayers : 0;
}

/** Parameters of all routed experts of all layers. */
export function expertParameters(shape: TransformerShape): number {
  const moe = shape.experts;
  if (!moe) return 0;
  return (
    expertLayerCount(shape) * moe.experts * (shape.gated ? 3 : 2) * shape.hidden * moe.expertFfn
  );
}

function dense(
  name: string,
  layers: number,
  tokens: number,
  hidden: number,
  width: number,
  gated: boolean,
): Operator[] {
  return [
    matmul(`${name}.up`, layers, tokens, (gated ? 2 : 1) * width, hidden),
    vector(`${name}.activation`, layers, tokens * width * (gated ? 3 : 2)),
    matmul(`${name}.down`, layers, tokens, hidden, width),
  ];
}

const expertMatmul = (...shape: Parameters<typeof matmul>): Operator => ({
  ...matmul(...shape),
  kind: "experts",
});

/**
 * What the busiest chip of an expert group gets, which the others wait for: tokens of its experts, and how many of those they touch. Tokens
 * pick experts independently of each other and of the expert; real routers favour some (which a stack's own balancing undoes in part).
 */
function routedTo(
  moe: MixtureOfExperts,
  tokens: number,
  share: number,
  expert: number,
): { tokens: number; touched: number } {
  const own = moe.experts * share;
  const meanTouched = touchedExperts(moe, tokens) * share;
  const meanTokens = tokens * moe.expertsPerToken * share;
  const most = tokens * Math.min(moe.expertsPerToken, own);
  const busiestTokens = Math.min(most, busiest(meanTokens, share, expert));
  return {
    tokens: busiestTokens,
    touched: Math.min(own, busiestTokens, busiest(meanTouched, meanTouched / own, expert)),
  };
}

function mixture(
  shape: TransformerShape,
  moe: MixtureOfExperts,
  layers: number,
  tokens: number,
  tensor: number,
  expert: number,
): Operator[] {
  // Expert parallelism keeps experts whole and spreads them; without it every chip holds a slice of each expert.
  // Groups beyond the tensor group bring tokens of their own to the same experts.
  const pooled = tokens * Math.max(1, expert / tensor);
  const share = Math.ceil(moe.experts / expert) / moe.experts;
  const slice = moe.expertFfn / Math.max(1, tensor / expert);
  const routed = routedTo(moe, pooled, share, expert);
  const { touched } = routed;
  const rows = routed.tokens / touched;
  const copies = routed.tokens * shape.hidden;
  const operators = [
    matmul("moe.router", layers, tokens, moe.experts, shape.hidden, 1, NARROWED),
    // Tokens are sorted by expert: each copy is read and written; afterwards the copies are read and summed.
    vector("moe.permute", layers, 2 * copies, 1),
    expertMatmul(
      "moe.experts.up",
      layers,
      rows,
      (shape.gated ? 2 : 1) * slice,
      shape.hidden,
      touched,
    ),
    vector("moe.activation", layers, rows * touched * slice * (shape.gated ? 3 : 2)),
    expertMatmul("moe.experts.down", layers, rows, shape.hidden, slice, touched),
    vector("moe.combine", layers, copies + tokens * shape.hidden, 2),
  ];
  if (moe.sharedFfn > 0) {
    operators.push(
      ...dense("moe.shared", layers, tokens, shape.hidden, moe.sharedFfn / tensor, shape.gated),
    );
  }
  return operators;
}
