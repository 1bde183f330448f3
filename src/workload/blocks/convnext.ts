import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { widenAndNarrow } from "./feed-forward.ts";
import { normalise } from "./norm.ts";
import { count } from "./parameter.ts";

/** Liu et al., "A ConvNet for the 2020s", 2022. */
export const convnext = defineBlock({
  id: "convnext",
  description: "Depthwise 7×7 convolution, norm, and a feed-forward network over the channels.",
  parameters: {
    kernel: count("window of the depthwise convolution", 7),
    expansion: count("width of the feed-forward network over the channels", 4),
  },
  expand({ kernel, expansion }, tensor, network) {
    const { channels } = tensor;
    convolve(network, "depthwise", tensor, { out: channels, kernel, groups: channels });
    normalise(network, "norm", tensor);
    return widenAndNarrow(network, tensor, channels * expansion, false);
  },
});
