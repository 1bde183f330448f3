import { defineBlock } from "./block-type.ts";
import { emitVector } from "./network.ts";
import { count } from "./parameter.ts";
import { elementsOf } from "./tensor.ts";

export const spaceToDepth = defineBlock({
  id: "space-to-depth",
  description: "Neighbouring positions become channels of one (Focus of YOLOX).",
  parameters: { factor: count("positions per side", 2) },
  expand({ factor }, tensor, network) {
    const output = {
      channels: tensor.channels * factor * factor,
      height: Math.ceil(tensor.height / factor),
      width: Math.ceil(tensor.width / factor),
      depth: tensor.depth,
    };
    emitVector(network, "", output, elementsOf(tensor), 0);
    return output;
  },
});
