import { defineBlock } from "./block-type.ts";
import { emitVector, namedTensor } from "./network.ts";
import type { Network } from "./network.ts";
import { count, optionalTensorName, size } from "./parameter.ts";
import { elementsOf, windowOf } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

/** Nearest-neighbour enlarging copies; interpolation costs a few operations an element. */
export function enlarge(
  network: Network,
  name: string,
  tensor: Tensor,
  target: Omit<Tensor, "channels">,
  operations: number,
): Tensor {
  const { height, width, depth } = target;
  const output = { channels: tensor.channels, height, width, depth };
  emitVector(network, name, output, elementsOf(tensor), operations);
  return output;
}

export const upsample = defineBlock({
  id: "upsample",
  description: "Enlarges without learned weights.",
  parameters: {
    factor: size("enlargement", 2),
    like: optionalTensorName("tensor whose size is taken, in place of a factor"),
    operations: count("operations per output element: 1 to copy, 7 for bilinear", 1),
  },
  expand({ factor, like, operations }, tensor, network) {
    if (like !== null) {
      return enlarge(network, "", tensor, namedTensor(network, like), operations);
    }
    const [depth, height, width] = windowOf(factor, tensor);
    const target = {
      height: tensor.height * height,
      width: tensor.width * width,
      depth: tensor.depth * depth,
    };
    return enlarge(network, "", tensor, target, operations);
  },
});
