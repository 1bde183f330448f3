import { defineBlock } from "./block-type.ts";
import { emit } from "./network.ts";
import { count, size } from "./parameter.ts";
import { elementsOf, positionsOf, windowOf } from "./tensor.ts";

/**
 * Every input position spreads a window over the output: m = batch × input positions, n = output channels × window,
 * k = input channels. The zeros that some runtimes insert are not counted.
 */
export const transposedConv = defineBlock({
  id: "transposed-conv",
  description: "Transposed convolution (also called deconvolution) that enlarges by its stride.",
  parameters: {
    out: count("output channels"),
    kernel: size("window", 2),
    stride: size("enlargement", 2),
  },
  expand({ out, kernel, stride }, tensor, network) {
    const [depth, height, width] = windowOf(stride, tensor);
    const window = windowOf(kernel, tensor);
    const output = {
      channels: out,
      height: tensor.height * height,
      width: tensor.width * width,
      depth: tensor.depth * depth,
    };
    const m = network.batch * positionsOf(tensor);
    const n = out * window[0] * window[1] * window[2];
    emit(network, {
      name: "",
      kind: "convolution",
      m,
      n,
      k: tensor.channels,
      groups: 1,
      operations: 2 * m * n * tensor.channels,
      weights: n * tensor.channels + out,
      activations: network.batch * (elementsOf(tensor) + elementsOf(output)),
    });
    return output;
  },
});
