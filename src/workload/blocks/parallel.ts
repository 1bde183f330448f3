import { defineBlock } from "./block-type.ts";
import { joinChannels } from "./concat.ts";
import { blocks, choice } from "./parameter.ts";

export const parallel = defineBlock({
  id: "parallel",
  description:
    "Several branches from the same tensor, each one block (a `sequence` for more). Their outputs are joined along the channels, or dropped where they are outputs of the network.",
  parameters: {
    branches: blocks("one block for each branch"),
    join: choice("what follows sees", ["concat", "last", "input"], "concat"),
  },
  expand(values, tensor, network) {
    const outputs = values.branches.map((branch) => network.expand([branch], tensor));
    if (values.join === "input") return tensor;
    if (values.join === "concat") return joinChannels(outputs);
    return outputs[outputs.length - 1] ?? tensor;
  },
});
