import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { expandAlike } from "./network.ts";
import type { Network } from "./network.ts";
import { count, flag } from "./parameter.ts";
import type { Tensor } from "./tensor.ts";

export interface CrossStagePartial {
  out: number;
  depth: number;
  shortcut: boolean;
  /** Window of the first convolution in a bottleneck. */
  kernel: number;
}

/** Two half-wide branches, one through `depth` bottlenecks, joined by a 1×1 convolution. */
export function crossStagePartial(
  network: Network,
  name: string,
  tensor: Tensor,
  { out, depth, shortcut, kernel }: CrossStagePartial,
): Tensor {
  const half = Math.floor(out / 2);
  const main = convolve(network, `${name}conv1`, tensor, { out: half, kernel: 1 });
  convolve(network, `${name}conv2`, tensor, { out: half, kernel: 1 });
  expandAlike(network, `${name}bottleneck`, depth, (part) => {
    const inner = convolve(network, `${part}.conv1`, main, { out: half, kernel });
    convolve(network, `${part}.conv2`, inner, { out: half, kernel: 3, shortcut });
  });
  return convolve(network, `${name}conv3`, { ...main, channels: 2 * half }, { out, kernel: 1 });
}

/** ultralytics/yolov5, models/common.py. */
export const c3 = defineBlock({
  id: "c3",
  description: "Cross-stage partial network with three 1×1 convolutions (YOLOv5, YOLOX).",
  parameters: {
    out: count("output channels"),
    depth: count("bottlenecks", 1),
    shortcut: flag("bottlenecks have a shortcut", true),
  },
  expand: (values, tensor, network) =>
    crossStagePartial(network, "", tensor, { ...values, kernel: 1 }),
});
