import { defineBlock } from "./block-type.ts";
import { splitAndJoin } from "./c2f.ts";
import { convolve } from "./conv.ts";
import { count } from "./parameter.ts";

/** Wang et al., "YOLOv10", 2024: c2f with compact inverted blocks (depthwise, 1×1, depthwise, 1×1, depthwise). */
export const c2fCib = defineBlock({
  id: "c2f-cib",
  description: "c2f whose bottlenecks are compact inverted blocks (YOLOv10).",
  parameters: {
    out: count("output channels"),
    depth: count("inverted blocks", 1),
    kernel: count("window of the middle depthwise convolution: 7 for the large-kernel variant", 3),
  },
  expand({ out, depth, kernel }, tensor, network) {
    const half = Math.floor(out / 2);
    return splitAndJoin(network, tensor, { out, half, depth }, (name, part) => {
      const before = convolve(network, `${name}.depthwise1`, part, {
        out: half,
        kernel: 3,
        groups: half,
      });
      const wide = convolve(network, `${name}.expand`, before, { out: 2 * half, kernel: 1 });
      convolve(network, `${name}.depthwise2`, wide, { out: 2 * half, kernel, groups: 2 * half });
      const narrow = convolve(network, `${name}.project`, wide, { out: half, kernel: 1 });
      convolve(network, `${name}.depthwise3`, narrow, {
        out: half,
        kernel: 3,
        groups: half,
        shortcut: true,
      });
    });
  },
});
