import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { amount, count, optionalCount } from "./parameter.ts";
import { squeezeAndExcite } from "./squeeze-excite.ts";

/** Channels rounded to a multiple of 8, but never down by more than a tenth (Sandler et al. 2018, reference code). */
export function roundChannels(channels: number): number {
  const rounded = Math.max(8, Math.floor((channels + 4) / 8) * 8);
  return rounded < 0.9 * channels ? rounded + 8 : rounded;
}

/** MobileNet v2 and v3 (Sandler et al. 2018, Howard et al. 2019) and, with `squeeze`, EfficientNet (Tan and Le 2019). */
export const invertedResidual = defineBlock({
  id: "inverted-residual",
  description:
    "1×1 to a wider tensor, depthwise, 1×1 back (MBConv); a shortcut where the shape stays.",
  parameters: {
    out: count("output channels"),
    expand: amount("width of the depthwise part over the input channels", 6),
    width: optionalCount("width of the depthwise part itself (default: by `expand`)"),
    kernel: count("window of the depthwise part", 3),
    stride: count("step of the depthwise part", 1),
    dilation: count("dilation of the depthwise part", 1),
    squeeze: amount("width of squeeze-and-excite, as a share of the input channels; 0 for none", 0),
    squeezeWide: amount("the same, as a share of the depthwise width and rounded to 8", 0),
  },
  expand(values, tensor, network) {
    const { out, kernel, stride, dilation } = values;
    const width = values.width ?? Math.round(tensor.channels * values.expand);
    const wide =
      width === tensor.channels
        ? tensor
        : convolve(network, "expand", tensor, { out: width, kernel: 1 });
    const mixed = convolve(network, "depthwise", wide, {
      out: width,
      kernel,
      stride,
      dilation,
      groups: width,
    });
    if (values.squeeze > 0) {
      squeezeAndExcite(network, mixed, Math.max(1, Math.round(values.squeeze * tensor.channels)));
    } else if (values.squeezeWide > 0) {
      squeezeAndExcite(network, mixed, roundChannels(values.squeezeWide * width));
    }
    const shortcut = stride === 1 && out === tensor.channels;
    return convolve(network, "project", mixed, { out, kernel: 1, shortcut });
  },
});
