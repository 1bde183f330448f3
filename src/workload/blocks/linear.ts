import { defineBlock } from "./block-type.ts";
import { emit } from "./network.ts";
import type { Network } from "./network.ts";
import { count, flag } from "./parameter.ts";
import { elementsOf, positionsOf } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

export interface Linear {
  bias?: boolean;
  /** The epilogue adds a tensor of the output's shape, which is read once more. */
  shortcut?: boolean;
}

/** The same matrix applied to the channels of every position: m = batch × positions, n = out, k = channels. */
export function multiply(
  network: Network,
  name: string,
  tensor: Tensor,
  out: number,
  options: Linear = {},
): Tensor {
  const m = network.batch * positionsOf(tensor);
  const written = m * out;
  emit(network, {
    name,
    kind: "matmul",
    m,
    n: out,
    k: tensor.channels,
    groups: 1,
    operations: 2 * m * out * tensor.channels,
    weights: out * tensor.channels + (options.bias === false ? 0 : out),
    activations:
      network.batch * elementsOf(tensor) + written + (options.shortcut === true ? written : 0),
  });
  return { ...tensor, channels: out };
}

export const linear = defineBlock({
  id: "linear",
  description:
    "Fully connected layer over the channels of each position; `flatten` before it makes it see all.",
  parameters: {
    out: count("output channels"),
    bias: flag("adds one learned number per output channel", true),
  },
  expand: (values, tensor, network) => multiply(network, "", tensor, values.out, values),
});
