import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { expandAlike } from "./network.ts";
import type { Network } from "./network.ts";
import { count, flag } from "./parameter.ts";
import type { Tensor } from "./tensor.ts";

/** What a `c2f`-like block runs on its half-wide tensor; the shape stays. */
type Inner = (name: string, tensor: Tensor) => void;

/** Splits in two, runs `depth` inner networks one after the other, and joins every intermediate tensor. */
export function splitAndJoin(
  network: Network,
  tensor: Tensor,
  figures: { out: number; half: number; depth: number },
  inner: Inner,
): Tensor {
  const { out, half, depth } = figures;
  const split = convolve(network, "conv1", tensor, { out: 2 * half, kernel: 1 });
  const part = { ...split, channels: half };
  expandAlike(network, "inner", depth, (name) => {
    inner(name, part);
  });
  const joined = { ...split, channels: (2 + depth) * half };
  return convolve(network, "conv2", joined, { out, kernel: 1 });
}

/** Two 3×3 convolutions, the first to `width` channels. */
export function twoConvolutions(
  network: Network,
  name: string,
  tensor: Tensor,
  width: number,
  shortcut: boolean,
): void {
  const middle = convolve(network, `${name}.conv1`, tensor, { out: width, kernel: 3 });
  convolve(network, `${name}.conv2`, middle, { out: tensor.channels, kernel: 3, shortcut });
}

/** ultralytics/ultralytics, nn/modules/block.py. */
export const c2f = defineBlock({
  id: "c2f",
  description: "Cross-stage partial network that joins the output of every bottleneck (YOLOv8).",
  parameters: {
    out: count("output channels"),
    depth: count("bottlenecks", 1),
    shortcut: flag("bottlenecks have a shortcut", true),
  },
  expand({ out, depth, shortcut }, tensor, network) {
    const half = Math.floor(out / 2);
    return splitAndJoin(network, tensor, { out, half, depth }, (name, part) => {
      twoConvolutions(network, name, part, half, shortcut);
    });
  },
});
