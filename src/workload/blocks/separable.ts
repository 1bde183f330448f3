import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { count, padding, size } from "./parameter.ts";

/** Howard et al., "MobileNets", 2017. */
export const separable = defineBlock({
  id: "separable",
  description: "Depthwise convolution and then a 1×1 convolution (MobileNet v1, DS-CNN, SSDLite).",
  parameters: {
    out: count("output channels"),
    kernel: size("window of the depthwise part", 3),
    stride: size("step of the depthwise part", 1),
    padding: padding(),
    dilation: count("distance between the places that the window reads", 1),
  },
  expand(values, tensor, network) {
    const mixed = convolve(network, "depthwise", tensor, {
      ...values,
      out: tensor.channels,
      groups: tensor.channels,
    });
    return convolve(network, "pointwise", mixed, { out: values.out, kernel: 1 });
  },
});
