import { contextOf, multiHeadAttention } from "./attention.ts";
import { defineBlock } from "./block-type.ts";
import { widenAndNarrow } from "./feed-forward.ts";
import { normalise } from "./norm.ts";
import { count, flag, optionalTensorName, optionalCount } from "./parameter.ts";

/** Vaswani et al. 2017; with `window`, a block of Swin (Liu et al. 2021), whose shifted windows cost the same. */
export const transformer = defineBlock({
  id: "transformer",
  description:
    "Self-attention, cross-attention where a context is named, and feed-forward network, each after a norm.",
  parameters: {
    heads: count("heads"),
    width: count("channels inside the feed-forward network"),
    gated: flag("gated feed-forward network", false),
    window: optionalCount("side of the windows of self-attention (default: everything is one)"),
    context: optionalTensorName("tensor that cross-attention reads (default: no cross-attention)"),
  },
  expand({ heads, width, gated, window, context }, tensor, network) {
    normalise(network, "norm1", tensor);
    multiHeadAttention(network, tensor, { heads, inner: null, window, context: null });
    const read = contextOf(network, context);
    if (read !== null) {
      normalise(network, "norm2", tensor);
      multiHeadAttention(network, tensor, { heads, inner: null, window: null, context: read });
    }
    normalise(network, "norm3", tensor);
    return widenAndNarrow(network, tensor, width, gated);
  },
});
