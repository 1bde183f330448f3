import { multiHeadAttention } from "./attention.ts";
import { defineBlock } from "./block-type.ts";
import { widenAndNarrow } from "./feed-forward.ts";
import { multiply } from "./linear.ts";
import { expandAlike, namedTensor } from "./network.ts";
import type { Network } from "./network.ts";
import { normalise } from "./norm.ts";
import { count, tensorName } from "./parameter.ts";
import type { Tensor } from "./tensor.ts";

function layer(network: Network, tensor: Tensor, heads: number, context: Tensor): void {
  normalise(network, "norm1", tensor);
  multiHeadAttention(network, tensor, { heads, inner: null, window: null, context: null });
  normalise(network, "norm2", tensor);
  multiHeadAttention(network, tensor, { heads, inner: null, window: null, context });
  normalise(network, "norm3", tensor);
  widenAndNarrow(network, tensor, 4 * tensor.channels, true);
}

/** Rombach et al., "High-Resolution Image Synthesis with Latent Diffusion Models", 2022. */
export const spatialTransformer = defineBlock({
  id: "spatial-transformer",
  description:
    "Transformer layers over the positions with cross-attention to the text, between two projections.",
  parameters: {
    heads: count("heads"),
    depth: count("layers", 1),
    context: tensorName("tensor of the text"),
  },
  expand({ heads, depth, context }, tensor, network) {
    const text = namedTensor(network, context);
    const { path } = network;
    normalise(network, "norm", tensor);
    multiply(network, "in", tensor, tensor.channels);
    expandAlike(network, "layer", depth, (name) => {
      network.path = `${path}.${name}`;
      layer(network, tensor, heads, text);
    });
    network.path = path;
    return multiply(network, "out", tensor, tensor.channels, { shortcut: true });
  },
});
