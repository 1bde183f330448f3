import { attend } from "./attention.ts";
import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { expandAlike } from "./network.ts";
import type { Network } from "./network.ts";
import { count } from "./parameter.ts";
import { positionsOf } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

/** Channels of one attention head; keys and queries have half of them. */
const HEAD_CHANNELS = 64;

function attentionBlock(network: Network, name: string, tensor: Tensor): void {
  const { channels } = tensor;
  const heads = Math.max(1, Math.floor(channels / HEAD_CHANNELS));
  const valueDim = channels / heads;
  const headDim = valueDim / 2;
  const positions = positionsOf(tensor);
  convolve(network, `${name}.qkv`, tensor, { out: channels + 2 * headDim * heads, kernel: 1 });
  attend(network, `${name}.scores`, {
    queries: positions,
    keys: positions,
    headDim,
    valueDim,
    groups: heads,
  });
  convolve(network, `${name}.position`, tensor, {
    out: channels,
    kernel: 3,
    groups: channels,
    shortcut: true,
  });
  convolve(network, `${name}.output`, tensor, { out: channels, kernel: 1, shortcut: true });
  const wide = convolve(network, `${name}.widen`, tensor, { out: 2 * channels, kernel: 1 });
  convolve(network, `${name}.narrow`, wide, { out: channels, kernel: 1, shortcut: true });
}

/** ultralytics/ultralytics, nn/modules/block.py (C2PSA; PSA of YOLOv10 is the same with depth 1). */
export const c2psa = defineBlock({
  id: "c2psa",
  description: "Half of the channels go through attention over all positions (YOLOv10, YOLO11).",
  parameters: { depth: count("attention blocks", 1) },
  expand({ depth }, tensor, network) {
    const half = Math.floor(tensor.channels / 2);
    const split = convolve(network, "conv1", tensor, { out: 2 * half, kernel: 1 });
    expandAlike(network, "attention", depth, (name) => {
      attentionBlock(network, name, { ...split, channels: half });
    });
    return convolve(network, "conv2", split, { out: tensor.channels, kernel: 1 });
  },
});
