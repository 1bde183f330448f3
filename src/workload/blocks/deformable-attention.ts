import { defineBlock } from "./block-type.ts";
import { multiply } from "./linear.ts";
import { emit, namedTensor } from "./network.ts";
import { count, names } from "./parameter.ts";
import { elementsOf, positionsOf } from "./tensor.ts";

/** Four corners of a bilinear sample, each a multiply-add, and the weighted sum. */
const OPERATIONS_PER_SAMPLED_CHANNEL = 10;

/** Zhu et al., "Deformable DETR", 2021; over camera images (BEVFormer, Li et al. 2022) with `views`. */
export const deformableAttention = defineBlock({
  id: "deformable-attention",
  description: "Each position reads a few learned places of named tensors instead of all of them.",
  parameters: {
    heads: count("heads", 8),
    points: count("places that a head reads on each level"),
    context: names("tensors that are read, one for each level", "uses"),
    views: count("views of a sample that each context tensor stands for", 1),
    hits: count("views that one position falls into, on average rounded up", 1),
  },
  expand({ heads, points, context, views, hits }, tensor, network) {
    const { channels } = tensor;
    const batch = network.batch;
    const positions = positionsOf(tensor);
    const places = heads * points * context.length;
    network.batch = batch * views;
    let read = 0;
    for (const [index, name] of context.entries()) {
      const level = namedTensor(network, name);
      read += views * elementsOf(level);
      // One value projection serves all levels: its weights count with the first.
      const reused = network.reusesWeights;
      network.reusesWeights = reused || index > 0;
      multiply(network, `${name}.value`, level, channels);
      network.reusesWeights = reused;
    }
    network.batch = batch;
    const queries = { ...tensor, depth: tensor.depth * hits };
    multiply(network, "offsets-weights", queries, 3 * places);
    const sampled = (batch * positions * hits * places * channels) / heads;
    emit(network, {
      name: "sample",
      kind: "vector",
      m: batch * positions * hits,
      n: channels,
      k: 1,
      groups: 1,
      operations: sampled * OPERATIONS_PER_SAMPLED_CHANNEL,
      weights: 0,
      activations: Math.max(batch * read, sampled) + batch * positions * hits * channels,
    });
    return multiply(network, "output", tensor, channels, { shortcut: true });
  },
});
