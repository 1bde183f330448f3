import { defineBlock } from "./block-type.ts";
import { elementsOf } from "./tensor.ts";

export const flatten = defineBlock({
  id: "flatten",
  description: "All elements become channels of one position; costs nothing.",
  parameters: {},
  expand: (_values, tensor) => ({ channels: elementsOf(tensor), height: 1, width: 1, depth: 1 }),
});
