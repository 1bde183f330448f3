import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { addShortcut } from "./network.ts";
import { blocks } from "./parameter.ts";
import { sameShape } from "./tensor.ts";

export const residual = defineBlock({
  id: "residual",
  description:
    "Blocks whose output is added to their input; a 1×1 convolution fits the input when the shape changes.",
  parameters: { blocks: blocks("what to run beside the shortcut") },
  expand(values, tensor, network) {
    const output = network.expand(values.blocks, tensor);
    if (!sameShape(output, tensor)) {
      const stride = [
        Math.round(tensor.depth / output.depth),
        Math.round(tensor.height / output.height),
        Math.round(tensor.width / output.width),
      ];
      convolve(network, "shortcut", tensor, { out: output.channels, kernel: [1, 1, 1], stride });
    }
    addShortcut(network, "add", output);
    return output;
  },
});
