import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { count, optionalCount } from "./parameter.ts";

/** He et al., "Deep Residual Learning", 2016: the block of ResNet-18 and ResNet-34. */
export const basicResidual = defineBlock({
  id: "basic-residual",
  description: "Two convolutions with a shortcut, projected where the shape changes.",
  parameters: {
    out: count("output channels"),
    stride: count("step of the first convolution", 1),
    kernel: count("window of both", 3),
    width: optionalCount("channels between the two (default: out)"),
  },
  expand({ out, stride, kernel, width }, tensor, network) {
    const middle = convolve(network, "conv1", tensor, { out: width ?? out, kernel, stride });
    if (stride !== 1 || out !== tensor.channels) {
      convolve(network, "shortcut", tensor, { out, kernel: 1, stride });
    }
    return convolve(network, "conv2", middle, { out, kernel, shortcut: true });
  },
});
