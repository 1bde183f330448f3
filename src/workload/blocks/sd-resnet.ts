import { defineBlock } from "./block-type.ts";
import { convolve } from "./conv.ts";
import { multiply } from "./linear.ts";
import { normalise } from "./norm.ts";
import { count } from "./parameter.ts";

/** Residual block of latent-diffusion U-Nets (Rombach et al. 2022): the step's embedding is added per channel. */
export const sdResnet = defineBlock({
  id: "sd-resnet",
  description:
    "Two normed 3×3 convolutions with the embedding of the denoising step and a shortcut.",
  parameters: {
    out: count("output channels"),
    embedding: count("channels of the step's embedding", 1280),
  },
  expand({ out, embedding }, tensor, network) {
    normalise(network, "norm1", tensor);
    const middle = convolve(network, "conv1", tensor, { out, kernel: 3 });
    const step = { channels: embedding, height: 1, width: 1, depth: 1 };
    multiply(network, "embedding", step, out);
    normalise(network, "norm2", middle);
    if (out !== tensor.channels) convolve(network, "shortcut", tensor, { out, kernel: 1 });
    return convolve(network, "conv2", middle, { out, kernel: 3, shortcut: true });
  },
});
