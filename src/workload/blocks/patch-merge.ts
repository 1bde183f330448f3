import { defineBlock } from "./block-type.ts";
import { multiply } from "./linear.ts";
import { normalise } from "./norm.ts";
import { count } from "./parameter.ts";

/** Liu et al., "Swin Transformer", 2021. */
export const patchMerge = defineBlock({
  id: "patch-merge",
  description:
    "Four neighbours become one position: norm and a linear layer over their joined channels.",
  parameters: { out: count("output channels") },
  expand({ out }, tensor, network) {
    const joined = {
      channels: 4 * tensor.channels,
      height: Math.ceil(tensor.height / 2),
      width: Math.ceil(tensor.width / 2),
      depth: tensor.depth,
    };
    normalise(network, "norm", joined);
    return multiply(network, "reduce", joined, out, { bias: false });
  },
});
