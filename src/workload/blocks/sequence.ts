import { defineBlock } from "./block-type.ts";
import { blocks } from "./parameter.ts";

export const sequence = defineBlock({
  id: "sequence",
  description: "Blocks one after the other: a branch of `parallel`, or a group to repeat.",
  parameters: { blocks: blocks("what to run") },
  expand: (values, tensor, network) => network.expand(values.blocks, tensor),
});
