import { defineBlock } from "./block-type.ts";
import { multiplyCounts } from "./network.ts";
import { blocks, count } from "./parameter.ts";

export const loop = defineBlock({
  id: "loop",
  description:
    "The same blocks with the same weights several times, each after the other: recycling, decoding steps.",
  parameters: {
    times: count("passes"),
    blocks: blocks("what to run"),
  },
  expand(values, tensor, network) {
    const start = network.operators.length;
    network.sealed = start;
    const output = network.expand(values.blocks, tensor);
    multiplyCounts(network, start, values.times);
    return output;
  },
});
