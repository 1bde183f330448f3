import { defineBlock } from "./block-type.ts";
import { reducePositions } from "./global-pool.ts";
import { multiply } from "./linear.ts";
import { emitVector } from "./network.ts";
import type { Network } from "./network.ts";
import { count } from "./parameter.ts";
import { elementsOf } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

/** Hu et al., "Squeeze-and-Excitation Networks", 2018: pools, two small layers, and a scale per channel. */
export function squeezeAndExcite(network: Network, tensor: Tensor, width: number): Tensor {
  const mean = reducePositions(network, "squeeze", tensor);
  const narrow = multiply(network, "reduce", mean, width);
  multiply(network, "expand", narrow, tensor.channels);
  emitVector(network, "scale", tensor, elementsOf(tensor) + tensor.channels, 1);
  return tensor;
}

export const squeezeExcite = defineBlock({
  id: "squeeze-excite",
  description: "Scales each channel by a gate computed from the means of all channels.",
  parameters: { width: count("channels between the two small layers") },
  expand: (values, tensor, network) => squeezeAndExcite(network, tensor, values.width),
});
