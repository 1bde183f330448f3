import { defineBlock } from "./block-type.ts";
import { emit } from "./network.ts";
import { count } from "./parameter.ts";
import { positionsOf } from "./tensor.ts";

export const embedding = defineBlock({
  id: "embedding",
  description: "Each position is replaced by a row of a table.",
  parameters: {
    rows: count("rows of the table"),
    out: count("channels of a row"),
  },
  expand({ rows, out }, tensor, network) {
    const read = network.batch * positionsOf(tensor);
    emit(network, {
      name: "",
      kind: "gather",
      m: read,
      n: out,
      k: 1,
      groups: 1,
      operations: 0,
      weights: read * out,
      activations: read * out,
      parameters: rows * out,
    });
    return { ...tensor, channels: out };
  },
});
