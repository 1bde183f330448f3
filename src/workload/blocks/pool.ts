import { defineBlock } from "./block-type.ts";
import { emitVector } from "./network.ts";
import type { Network } from "./network.ts";
import { padding, size } from "./parameter.ts";
import { elementsOf, slide, windowOf } from "./tensor.ts";
import type { Padding, Tensor } from "./tensor.ts";

export interface Pooling {
  kernel: number | readonly number[];
  stride: number | readonly number[];
  padding: Padding;
}

/** One operation for each place of the window: a comparison or an addition. */
export function reduceWindows(
  network: Network,
  name: string,
  tensor: Tensor,
  { kernel, stride, padding }: Pooling,
): Tensor {
  const window = windowOf(kernel, tensor);
  const output = slide(tensor, tensor.channels, window, windowOf(stride, tensor), padding);
  const places = window[0] * window[1] * window[2];
  emitVector(network, name, output, elementsOf(tensor), places);
  return output;
}

export const pool = defineBlock({
  id: "pool",
  description: "Largest or mean value of each window.",
  parameters: {
    kernel: size("window", 2),
    stride: size("step of the window", 2),
    padding: padding(),
  },
  expand: (values, tensor, network) => reduceWindows(network, "", tensor, values),
});
