import { defineBlock } from "./block-type.ts";
import { emit } from "./network.ts";
import type { Network } from "./network.ts";
import { count, flag, padding, size } from "./parameter.ts";
import { elementsOf, positionsOf, slide, windowOf } from "./tensor.ts";
import type { Padding, Tensor } from "./tensor.ts";

/** Below this many input channels per group, matrix units run a convolution as badly as a depthwise one. */
const NARROW_GROUP = 8;

export interface Convolution {
  out: number;
  kernel: number | readonly number[];
  stride?: number | readonly number[];
  padding?: Padding;
  dilation?: number;
  groups?: number;
  bias?: boolean;
  /** The epilogue adds a tensor of the output's shape, which is read once more. */
  shortcut?: boolean;
}

/**
 * Convolution as an implicit matrix multiply: m = batch × output positions, n = output channels and k = input channels
 * × window, both per group. Normalisation and activation are fused: the folded batch norm is the bias.
 */
export function convolve(
  network: Network,
  name: string,
  tensor: Tensor,
  options: Convolution,
): Tensor {
  const { out, kernel, stride = 1, padding = "same", dilation = 1, groups = 1 } = options;
  if (tensor.channels % groups !== 0 || out % groups !== 0) {
    throw new Error(`${groups} groups don't divide ${tensor.channels} and ${out} channels`);
  }
  const window = windowOf(kernel, tensor);
  const output = slide(tensor, out, window, windowOf(stride, tensor), padding, dilation);
  const channelsPerGroup = tensor.channels / groups;
  const m = network.batch * positionsOf(output);
  const n = out / groups;
  const k = channelsPerGroup * window[0] * window[1] * window[2];
  const outputElements = elementsOf(output);
  emit(network, {
    name,
    kind: groups > 1 && channelsPerGroup < NARROW_GROUP ? "depthwise" : "convolution",
    m,
    n,
    k,
    groups,
    operations: 2 * m * n * k * groups,
    weights: n * k * groups + (options.bias === false ? 0 : out),
    activations:
      network.batch *
      (elementsOf(tensor) + outputElements + (options.shortcut === true ? outputElements : 0)),
  });
  return output;
}

export const conv = defineBlock({
  id: "conv",
  description:
    "Convolution in one, two or three dimensions, with batch norm and activation folded in.",
  parameters: {
    out: count("output channels"),
    kernel: size("window"),
    stride: size("step of the window", 1),
    padding: padding(),
    dilation: count("distance between the places that the window reads", 1),
    groups: count("groups of channels that don't see each other", 1),
    bias: flag("adds one learned number per output channel", true),
  },
  expand: (values, tensor, network) => convolve(network, "", tensor, values),
});
