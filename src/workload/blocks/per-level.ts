import { defineBlock } from "./block-type.ts";
import { namedTensor } from "./network.ts";
import { blocks, flag, names } from "./parameter.ts";

export const perLevel = defineBlock({
  id: "per-level",
  description:
    "The same blocks on each of several named tensors: heads of a detector. The tensor before it passes through.",
  parameters: {
    levels: names("tensors to run on", "uses"),
    shareWeights: flag("one set of weights for all levels", false),
    blocks: blocks("what to run on each"),
  },
  expand(values, tensor, network) {
    const { path, reusesWeights } = network;
    for (const [index, level] of values.levels.entries()) {
      network.path = `${path}.${level}`;
      network.reusesWeights = reusesWeights || (values.shareWeights && index > 0);
      network.expand(values.blocks, namedTensor(network, level));
    }
    network.path = path;
    network.reusesWeights = reusesWeights;
    return tensor;
  },
});
