import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { count, optionalCount } from "./parameter.ts";
import { reduceWindows } from "./pool.ts";

/** SPP and SPPF of the YOLO family: 13×13, 9×9 and 5×5 poolings, done as three 5×5 in a row. */
export const spatialPyramid = defineBlock({
  id: "spatial-pyramid",
  description:
    "1×1 to half the channels, three poolings of growing reach, joined by a 1×1 convolution.",
  parameters: {
    out: count("output channels"),
    width: optionalCount("channels that are pooled (default: half the input channels)"),
  },
  expand({ out, width }, tensor, network) {
    const half = width ?? Math.floor(tensor.channels / 2);
    const narrow = convolve(network, "conv1", tensor, { out: half, kernel: 1 });
    for (const name of ["pool1", "pool2", "pool3"]) {
      reduceWindows(network, name, narrow, { kernel: 5, stride: 1, padding: "same" });
    }
    return convolve(network, "conv2", { ...narrow, channels: 4 * half }, { out, kernel: 1 });
  },
});
