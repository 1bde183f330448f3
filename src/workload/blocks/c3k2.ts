import { defineBlock } from "./block-type.ts";
import { splitAndJoin, twoConvolutions } from "./c2f.ts";
import { crossStagePartial } from "./c3.ts";
import { amount, count, flag } from "./parameter.ts";

/** ultralytics/ultralytics, nn/modules/block.py: c2f over bottlenecks of half width, or over c3 with 3×3 windows. */
export const c3k2 = defineBlock({
  id: "c3k2",
  description: "c2f whose inner networks are bottlenecks or, with `nested`, small c3 (YOLO11).",
  parameters: {
    out: count("output channels"),
    depth: count("inner networks", 1),
    nested: flag("inner networks are c3 with two bottlenecks", false),
    share: amount("width of the split over the output channels", 0.5),
  },
  expand({ out, depth, nested, share }, tensor, network) {
    const half = Math.floor(out * share);
    return splitAndJoin(network, tensor, { out, half, depth }, (name, part) => {
      if (nested) {
        const figures = { out: half, depth: 2, shortcut: true, kernel: 3 };
        crossStagePartial(network, `${name}.`, part, figures);
      } else {
        twoConvolutions(network, name, part, Math.floor(half / 2), true);
      }
    });
  },
});
