import { defineBlock } from "./block-type.ts";
import { multiply } from "./linear.ts";
import type { Network } from "./network.ts";
import { count, flag } from "./parameter.ts";
import type { Tensor } from "./tensor.ts";

/** Two layers with a wider one between; a gated one computes two halves of it and multiplies them. */
export function widenAndNarrow(
  network: Network,
  tensor: Tensor,
  width: number,
  gated: boolean,
): Tensor {
  multiply(network, "widen", tensor, gated ? 2 * width : width);
  const wide = { ...tensor, channels: width };
  return multiply(network, "narrow", wide, tensor.channels, { shortcut: true });
}

export const feedForward = defineBlock({
  id: "feed-forward",
  description: "The two-layer network of a transformer, with its shortcut.",
  parameters: {
    width: count("channels between the layers"),
    gated: flag("GEGLU or SwiGLU: the first layer is twice as wide", false),
  },
  expand: (values, tensor, network) => widenAndNarrow(network, tensor, values.width, values.gated),
});
