import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { amount, count, optionalCount } from "./parameter.ts";
import { squeezeAndExcite } from "./squeeze-excite.ts";

/**
 * ResNet-50 and deeper (He et al. 2016) with the stride on the 3×3 convolution; ResNeXt with `groups` (Xie et al. 2017);
 * RegNetY with `squeeze` (Radosavovic et al. 2020).
 */
export const bottleneck = defineBlock({
  id: "bottleneck",
  description: "1×1, 3×3 and 1×1 convolution with a shortcut, projected where the shape changes.",
  parameters: {
    out: count("output channels"),
    width: optionalCount("channels of the 3×3 convolution (default: a quarter of out)"),
    stride: count("step of the 3×3 convolution", 1),
    groups: count("groups of the 3×3 convolution", 1),
    dilation: count("dilation of the 3×3 convolution", 1),
    squeeze: amount("width of squeeze-and-excite, as a share of the input channels; 0 for none", 0),
  },
  expand({ out, width, stride, groups, dilation, squeeze }, tensor, network) {
    const inner = width ?? out / 4;
    const narrow = convolve(network, "conv1", tensor, { out: inner, kernel: 1 });
    const mixed = convolve(network, "conv2", narrow, {
      out: inner,
      kernel: 3,
      stride,
      groups,
      dilation,
    });
    if (squeeze > 0) squeezeAndExcite(network, mixed, Math.round(squeeze * tensor.channels));
    if (stride !== 1 || out !== tensor.channels) {
      convolve(network, "shortcut", tensor, { out, kernel: 1, stride });
    }
    return convolve(network, "conv3", mixed, { out, kernel: 1, shortcut: true });
  },
});
