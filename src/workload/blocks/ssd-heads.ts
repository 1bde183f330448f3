import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { namedTensor } from "./network.ts";
import type { Network } from "./network.ts";
import { count, counts, flag, names } from "./parameter.ts";
import type { Tensor } from "./tensor.ts";

interface Head {
  kernel: number;
  stride: number;
  separable: boolean;
}

function head(network: Network, name: string, tensor: Tensor, out: number, form: Head): void {
  const { kernel, stride, separable } = form;
  if (!separable) {
    convolve(network, name, tensor, { out, kernel, stride });
    return;
  }
  const groups = tensor.channels;
  const options = { out: groups, kernel, stride, groups };
  const mixed = convolve(network, `${name}.depthwise`, tensor, options);
  convolve(network, name, mixed, { out, kernel: 1 });
}

/** Liu et al., "SSD", 2016. */
export const ssdHeads = defineBlock({
  id: "ssd-heads",
  description:
    "For each named tensor, boxes and classes of its anchors. The tensor before passes through.",
  parameters: {
    levels: names("tensors to detect on", "uses"),
    anchors: counts("anchors per position of each level"),
    classes: count("classes, with the background where the model has one"),
    kernel: count("window", 3),
    strides: counts("step on each level", [1]),
    separable: flag("a depthwise and a 1×1 convolution in place of each (SSDLite)", false),
  },
  expand({ levels, anchors, classes, kernel, strides, separable }, tensor, network) {
    if (levels.length !== anchors.length) {
      throw new Error(`${levels.length} levels need as many anchors, not ${anchors.length}`);
    }
    for (const [index, level] of levels.entries()) {
      const source = namedTensor(network, level);
      const number = anchors[index] ?? 1;
      const stride = strides[index] ?? 1;
      const form = { kernel, stride, separable };
      head(network, `${level}.boxes`, source, 4 * number, form);
      head(network, `${level}.classes`, source, classes * number, form);
    }
    return tensor;
  },
});
