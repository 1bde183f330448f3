import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { count, optionalCount } from "./parameter.ts";

/** Wang et al., "YOLOv7", 2023. The backbone joins every second convolution, the neck (with half-wide ones) all. */
export const elan = defineBlock({
  id: "elan",
  description:
    "Two 1×1 branches, one through a chain of 3×3 convolutions, joined by a 1×1 convolution.",
  parameters: {
    out: count("output channels"),
    width: count("channels of the two branches"),
    inner: optionalCount("channels of the 3×3 convolutions (default: width)"),
    convolutions: count("3×3 convolutions", 4),
    every: count("which of their outputs are joined: every n-th", 2),
  },
  expand({ out, width, inner, convolutions, every }, tensor, network) {
    const chained = inner ?? width;
    convolve(network, "conv1", tensor, { out: width, kernel: 1 });
    let current = convolve(network, "conv2", tensor, { out: width, kernel: 1 });
    for (let index = 1; index <= convolutions; index += 1) {
      current = convolve(network, `chain${index}`, current, { out: chained, kernel: 3 });
    }
    const channels = 2 * width + Math.floor(convolutions / every) * chained;
    return convolve(network, "conv3", { ...current, channels }, { out, kernel: 1 });
  },
});
