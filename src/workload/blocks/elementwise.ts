import { defineBlock } from "./block-type.ts";
import { emitVector, namedTensor } from "./network.ts";
import { amount, names } from "./parameter.ts";
import { elementsOf } from "./tensor.ts";

export const elementwise = defineBlock({
  id: "elementwise",
  description: "Unfused work on each element: sums or products with named tensors, activations.",
  parameters: {
    with: names("further inputs", "uses", []),
    operations: amount("operations per output element", 1),
  },
  expand(values, tensor, network) {
    let reads = elementsOf(tensor);
    for (const name of values.with) reads += elementsOf(namedTensor(network, name));
    emitVector(network, "", tensor, reads, values.operations);
    return tensor;
  },
});
