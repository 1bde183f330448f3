import { defineBlock } from "./block-type.ts";
import { multiply } from "./linear.ts";
import { emit, emitVector, namedTensor } from "./network.ts";
import type { Network } from "./network.ts";
import { count, optionalTensorName, optionalCount } from "./parameter.ts";
import { elementsOf, positionsOf } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

export interface Attention {
  heads: number;
  /** Width of queries, keys and values over all heads; default: the channels. */
  inner: number | null;
  /** Side of square windows that attend within themselves; null for all positions. */
  window: number | null;
  /** Tensor that keys and values come from; null for self-attention. */
  context: Tensor | null;
}

/** Scores and values: m = queries, n = keys, k = head width, groups = batch × windows × heads. */
export function attend(
  network: Network,
  name: string,
  figures: { queries: number; keys: number; headDim: number; groups: number; valueDim?: number },
): void {
  const { queries, keys, headDim, groups, valueDim = headDim } = figures;
  const pooledDim = headDim + valueDim;
  emit(network, {
    name,
    kind: "attention",
    m: queries,
    n: keys,
    k: headDim,
    groups: network.batch * groups,
    operations: 2 * network.batch * groups * queries * keys * pooledDim,
    weights: 0,
    activations: network.batch * groups * (queries + keys) * pooledDim,
  });
}

/** Multi-head attention with its projections and, in the epilogue of the last, the shortcut. */
export function multiHeadAttention(network: Network, tensor: Tensor, options: Attention): Tensor {
  const inner = options.inner ?? tensor.channels;
  if (inner % options.heads !== 0) {
    throw new Error(`${options.heads} heads don't divide a width of ${inner}`);
  }
  const headDim = inner / options.heads;
  const positions = positionsOf(tensor);
  if (options.context === null) {
    multiply(network, "qkv", tensor, 3 * inner);
  } else {
    multiply(network, "query", tensor, inner);
    multiply(network, "key-value", options.context, 2 * inner);
  }
  // Windows are cut out of the picture (every second time shifted) and put back: copies that no multiply can absorb.
  const isCut = options.window !== null;
  if (isCut) emitVector(network, "cut", tensor, elementsOf(tensor), 1);
  const queries = options.window === null ? positions : options.window ** 2;
  const windows = Math.ceil(positions / queries);
  attend(network, "scores", {
    queries,
    keys: options.context === null ? queries : positionsOf(options.context),
    headDim,
    groups: windows * options.heads,
  });
  const attended = { ...tensor, channels: inner };
  if (isCut) emitVector(network, "join", attended, elementsOf(attended), 1);
  return multiply(network, "output", attended, tensor.channels, { shortcut: true });
}

/** The context's tensor for a name that a block gives, or null for none. */
export function contextOf(network: Network, name: string | null): Tensor | null {
  return name === null ? null : namedTensor(network, name);
}

export const attention = defineBlock({
  id: "attention",
  description: "Multi-head attention over all positions, or within windows, or to a named tensor.",
  parameters: {
    heads: count("heads"),
    inner: optionalCount("width over all heads (default: channels)"),
    window: optionalCount("side of the windows (default: everything is one)"),
    context: optionalTensorName("tensor that keys and values come from (default: self-attention)"),
  },
  expand: (values, tensor, network) =>
    multiHeadAttention(network, tensor, {
      ...values,
      context: contextOf(network, values.context),
    }),
});
