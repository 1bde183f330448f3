import { defineBlock } from "./block-type.ts";
import { multiply } from "./linear.ts";
import { emit } from "./network.ts";
import type { Network } from "./network.ts";
import { count } from "./parameter.ts";
import { positionsOf } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

/** Input, forget and output gate and the candidate state. */
const GATES = 4;
/** Two products, a sum, and five activations of a few operations each, per hidden unit. */
const CELL_OPERATIONS = 25;

/** One layer: the input part of all steps is one multiply; the hidden part runs step after step. */
function recur(network: Network, name: string, tensor: Tensor, hidden: number): void {
  const steps = positionsOf(tensor);
  const gates = GATES * hidden;
  multiply(network, `${name}input`, tensor, gates);
  emit(network, {
    name: `${name}steps`,
    kind: "recurrent",
    count: steps,
    m: network.batch,
    n: gates,
    k: hidden,
    groups: 1,
    operations: network.batch * (2 * gates * hidden + CELL_OPERATIONS * hidden),
    weights: gates * hidden,
    activations: network.batch * (gates + 4 * hidden),
  });
}

export const lstm = defineBlock({
  id: "lstm",
  description: "Long short-term memory over the positions (Hochreiter and Schmidhuber 1997).",
  parameters: {
    hidden: count("hidden units"),
    layers: count("layers one on the other", 1),
    directions: count("2 reads the sequence both ways", 1),
  },
  expand({ hidden, layers, directions }, tensor, network) {
    let { channels } = tensor;
    for (let layer = 1; layer <= layers; layer += 1) {
      for (let direction = 1; direction <= directions; direction += 1) {
        const way = directions === 1 ? "" : `way${direction}.`;
        recur(network, `layer${layer}.${way}`, { ...tensor, channels }, hidden);
      }
      channels = hidden * directions;
    }
    return { ...tensor, channels };
  },
});
