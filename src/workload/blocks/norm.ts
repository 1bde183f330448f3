import { defineBlock } from "./block-type.ts";
import { emitVector } from "./network.ts";
import type { Network } from "./network.ts";
import { elementsOf } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

/** Mean, variance, difference, scale and shift: about this many operations per element. */
const OPERATIONS_PER_ELEMENT = 6;

/** A normalisation whose statistics depend on the sample, so that nothing can be folded into a convolution. */
export function normalise(network: Network, name: string, tensor: Tensor): Tensor {
  const weights = 2 * tensor.channels;
  emitVector(network, name, tensor, elementsOf(tensor), OPERATIONS_PER_ELEMENT, weights);
  return tensor;
}

export const norm = defineBlock({
  id: "norm",
  description:
    "Layer, group or instance normalisation. Batch norm needs no block: it folds into its convolution.",
  parameters: {},
  expand: (_values, tensor, network) => normalise(network, "", tensor),
});
