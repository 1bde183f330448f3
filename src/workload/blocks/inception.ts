import { defineBlock } from "./block-type.ts";
import { joinChannels } from "./concat.ts";
import { convolve } from "./conv.ts";
import type { Network } from "./network.ts";
import { choice, count } from "./parameter.ts";
import { reduceWindows } from "./pool.ts";
import type { Tensor } from "./tensor.ts";

/** One convolution of a branch: channels, window, and stride 2 without padding where it reduces. */
type Link = readonly [out: number, kernel: number | readonly number[], reduce?: "reduce"];

function chain(network: Network, name: string, tensor: Tensor, links: readonly Link[]): Tensor {
  let current = tensor;
  for (const [index, [out, kernel, reduce]] of links.entries()) {
    current = convolve(network, `${name}.conv${index + 1}`, current, {
      out,
      kernel,
      ...(reduce === undefined ? {} : { stride: 2, padding: "valid" }),
    });
  }
  return current;
}

interface Module {
  readonly branches: (width: number) => readonly (readonly Link[])[];
  /** Pooled branch: its 1×1 convolution's channels, or a strided pooling alone. */
  readonly pooled: number | "width" | "reduce";
}

const ROW = [1, 7];
const COLUMN = [7, 1];

/** Szegedy et al., "Rethinking the Inception Architecture", 2016, figures 5 to 7 and 10, with torchvision's channels. */
const MODULES: Readonly<Record<"a" | "b" | "c" | "d" | "e", Module>> = {
  a: {
    branches: () => [
      [[64, 1]],
      [
        [48, 1],
        [64, 5],
      ],
      [
        [64, 1],
        [96, 3],
        [96, 3],
      ],
    ],
    pooled: "width",
  },
  b: {
    branches: () => [
      [[384, 3, "reduce"]],
      [
        [64, 1],
        [96, 3],
        [96, 3, "reduce"],
      ],
    ],
    pooled: "reduce",
  },
  c: {
    branches: (width) => [
      [[192, 1]],
      [
        [width, 1],
        [width, ROW],
        [192, COLUMN],
      ],
      [
        [width, 1],
        [width, COLUMN],
        [width, ROW],
        [width, COLUMN],
        [192, ROW],
      ],
    ],
    pooled: 192,
  },
  d: {
    branches: () => [
      [
        [192, 1],
        [320, 3, "reduce"],
      ],
      [
        [192, 1],
        [192, ROW],
        [192, COLUMN],
        [192, 3, "reduce"],
      ],
    ],
    pooled: "reduce",
  },
  e: {
    // The second and third branch end in a fork, see FORKED.
    branches: () => [
      [[320, 1]],
      [[384, 1]],
      [
        [448, 1],
        [384, 3],
      ],
    ],
    pooled: 192,
  },
};

/** Branches of module E (by position) that end in a 1×3 and a 3×1 convolution side by side. */
const FORKED = [1, 2];
const FORKS = [
  [1, 3],
  [3, 1],
];
const FORK_CHANNELS = 384;

export const inception = defineBlock({
  id: "inception",
  description: "One module of Inception v3, A to E.",
  parameters: {
    module: choice("which", ["a", "b", "c", "d", "e"]),
    width: count("channels of the pooled branch (A) or of the 7×7 branches (C)", 192),
  },
  expand({ module, width }, tensor, network) {
    const { branches, pooled } = MODULES[module];
    const outputs = branches(width).map((links, index) =>
      chain(network, `branch${index + 1}`, tensor, links),
    );
    if (module === "e") {
      for (const branch of FORKED) {
        const start = outputs[branch] ?? tensor;
        const forks = FORKS.map((kernel, fork) => {
          const name = `branch${branch + 1}.fork${fork + 1}`;
          return convolve(network, name, start, { out: FORK_CHANNELS, kernel });
        });
        outputs[branch] = joinChannels(forks);
      }
    }
    const reducing = pooled === "reduce";
    const means = reduceWindows(network, "pool", tensor, {
      kernel: 3,
      stride: reducing ? 2 : 1,
      padding: reducing ? "valid" : "same",
    });
    outputs.push(
      reducing
        ? means
        : convolve(network, "pool.conv", means, {
            out: pooled === "width" ? width : pooled,
            kernel: 1,
          }),
    );
    return joinChannels(outputs);
  },
});
