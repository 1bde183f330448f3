import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { count } from "./parameter.ts";

/** Huang et al., "Densely Connected Convolutional Networks", 2017. */
export const dense = defineBlock({
  id: "dense",
  description: "Layers that each see the outputs of all layers before and add `growth` channels.",
  parameters: {
    layers: count("layers"),
    growth: count("channels that a layer adds", 32),
    bottleneck: count("width of the 1×1 convolution, in units of growth", 4),
  },
  expand({ layers, growth, bottleneck }, tensor, network) {
    let { channels } = tensor;
    for (let layer = 1; layer <= layers; layer += 1) {
      const seen = { ...tensor, channels };
      const narrow = convolve(network, `layer${layer}.conv1`, seen, {
        out: bottleneck * growth,
        kernel: 1,
      });
      convolve(network, `layer${layer}.conv2`, narrow, { out: growth, kernel: 3 });
      channels += growth;
    }
    return { ...tensor, channels };
  },
});
