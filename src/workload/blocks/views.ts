import { defineBlock } from "./block-type.ts";
import { blocks, count } from "./parameter.ts";

export const views = defineBlock({
  id: "views",
  description:
    "Several images, regions or tiles for each sample, all through the same blocks at once. What is saved inside has the shape of one view.",
  parameters: {
    count: count("views for each sample"),
    blocks: blocks("what to run on each"),
  },
  expand(values, tensor, network) {
    const { batch } = network;
    network.batch = batch * values.count;
    const output = network.expand(values.blocks, tensor);
    network.batch = batch;
    return output;
  },
});
