import { defineBlock } from "./block-type.ts";
import { emitVector } from "./network.ts";
import type { Network } from "./network.ts";
import { elementsOf, positionsOf } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

export function reducePositions(network: Network, name: string, tensor: Tensor): Tensor {
  const output = { channels: tensor.channels, height: 1, width: 1, depth: 1 };
  emitVector(network, name, output, elementsOf(tensor), positionsOf(tensor));
  return output;
}

export const globalPool = defineBlock({
  id: "global-pool",
  description: "Mean over all positions; one position remains.",
  parameters: {},
  expand: (_values, tensor, network) => reducePositions(network, "", tensor),
});
