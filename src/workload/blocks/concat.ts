import { defineBlock } from "./block-type.ts";
import { namedTensor } from "./network.ts";
import type { Network } from "./network.ts";
import { names } from "./parameter.ts";
import { shapeText } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

/** Joins along the channels. Throws when the positions differ. */
export function joinChannels(tensors: readonly Tensor[]): Tensor {
  const [first] = tensors;
  if (first === undefined) throw new Error("nothing to join");
  let channels = 0;
  for (const tensor of tensors) {
    const fits =
      tensor.height === first.height &&
      tensor.width === first.width &&
      tensor.depth === first.depth;
    if (!fits) {
      throw new Error(`can't join ${shapeText(tensor)} with ${shapeText(first)}: sizes differ`);
    }
    channels += tensor.channels;
  }
  return { ...first, channels };
}

function joinNamed(tensor: Tensor, others: readonly string[], network: Network): Tensor {
  return joinChannels([tensor, ...others.map((name) => namedTensor(network, name))]);
}

export const concat = defineBlock({
  id: "concat",
  description:
    "Joins channels with those of named tensors. Costs nothing: compilers let the layers before write in place.",
  parameters: { with: names("tensors to join", "uses") },
  expand: (values, tensor, network) => joinNamed(tensor, values.with, network),
});
