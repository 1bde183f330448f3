import { defineBlock } from "./block-type.ts";
import { joinChannels } from "./concat.ts";
import { convolve } from "./conv.ts";
import { roundChannels } from "./inverted-residual.ts";
import type { Network } from "./network.ts";
import { amount, count } from "./parameter.ts";
import { squeezeAndExcite } from "./squeeze-excite.ts";
import type { Tensor } from "./tensor.ts";

/** Half of the channels by a 1×1 convolution, the other half by a cheap depthwise one from the first. */
function ghostModule(network: Network, name: string, tensor: Tensor, out: number): Tensor {
  const half = Math.ceil(out / 2);
  const primary = convolve(network, `${name}-primary`, tensor, { out: half, kernel: 1 });
  const cheap = convolve(network, `${name}-cheap`, primary, { out: half, kernel: 3, groups: half });
  return { ...joinChannels([primary, cheap]), channels: out };
}

/** Han et al., "GhostNet", 2020. */
export const ghost = defineBlock({
  id: "ghost",
  description:
    "Ghost bottleneck: two ghost modules with a depthwise convolution between where it strides.",
  parameters: {
    out: count("output channels"),
    width: count("channels between the two modules"),
    kernel: count("window of the strided convolution", 3),
    stride: count("step", 1),
    squeeze: amount("width of squeeze-and-excite, as a share of `width`; 0 for none", 0),
  },
  expand({ out, width, kernel, stride, squeeze }, tensor, network) {
    let middle = ghostModule(network, "ghost1", tensor, width);
    if (stride > 1) {
      middle = convolve(network, "depthwise", middle, {
        out: width,
        kernel,
        stride,
        groups: width,
      });
    }
    if (squeeze > 0) squeezeAndExcite(network, middle, roundChannels(squeeze * width));
    if (stride > 1 || out !== tensor.channels) {
      const { channels } = tensor;
      const moved = convolve(network, "shortcut-depthwise", tensor, {
        out: channels,
        kernel,
        stride,
        groups: channels,
      });
      convolve(network, "shortcut", moved, { out, kernel: 1 });
    }
    return ghostModule(network, "ghost2", middle, out);
  },
});
