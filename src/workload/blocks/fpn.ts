import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { namedTensor, saveTensor } from "./network.ts";
import { count, names } from "./parameter.ts";
import { enlarge } from "./upsample.ts";

/** Lin et al., "Feature Pyramid Networks", 2017. The lateral convolution adds the enlarged level above. */
export const fpn = defineBlock({
  id: "fpn",
  description:
    "Brings named tensors, finest first, to one width and adds the coarser ones; saves the results under other names. The coarsest goes on.",
  parameters: {
    levels: names("tensors to start from, finest first", "uses"),
    outputs: names("names of the results, as many as levels", "saves"),
    out: count("channels", 256),
  },
  expand({ levels, outputs, out }, tensor, network) {
    if (levels.length !== outputs.length) {
      throw new Error(`${levels.length} levels need as many outputs, not ${outputs.length}`);
    }
    let coarsest = tensor;
    for (const [index, level] of levels.entries()) {
      const source = namedTensor(network, level);
      const last = index === levels.length - 1;
      const lateral = convolve(network, `${level}.lateral`, source, {
        out,
        kernel: 1,
        shortcut: !last,
      });
      const finer = levels[index - 1];
      if (finer !== undefined) {
        enlarge(network, `${level}.upsample`, lateral, namedTensor(network, finer), 1);
      }
      coarsest = convolve(network, `${level}.output`, lateral, { out, kernel: 3 });
      const name = outputs[index];
      if (name !== undefined) saveTensor(network, name, coarsest);
    }
    return coarsest;
  },
});
