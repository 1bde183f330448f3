import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { count, flag, padding, size } from "./parameter.ts";

export const depthwise = defineBlock({
  id: "depthwise",
  description: "Convolution of each channel by itself.",
  parameters: {
    kernel: size("window", 3),
    stride: size("step of the window", 1),
    padding: padding(),
    dilation: count("distance between the places that the window reads", 1),
    multiplier: count("output channels for each input channel", 1),
    bias: flag("adds one learned number per output channel", true),
  },
  expand: (values, tensor, network) =>
    convolve(network, "", tensor, {
      ...values,
      out: tensor.channels * values.multiplier,
      groups: tensor.channels,
    }),
});
