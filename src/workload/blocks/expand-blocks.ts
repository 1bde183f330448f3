import type { Block } from "../../catalog/types.ts";
import type { BlockType } from "./block-type.ts";
import { multiplyCounts, namedTensor, saveTensor } from "./network.ts";
import type { Network } from "./network.ts";
import { BLOCK_TYPES } from "./registry.ts";
import { sameShape } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

/** Lowers blocks in order, appending to the network; gives the tensor after the last. */
export function expandBlocks(blocks: readonly Block[], tensor: Tensor, network: Network): Tensor {
  const { path, reusesWeights } = network;
  const prefix = path === "" ? "" : `${path}.`;
  let current = tensor;
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    const type = BLOCK_TYPES.get(block.type);
    if (type === undefined) throw new Error(`there is no block type "${block.type}"`);
    const name = typeof block["name"] === "string" ? block["name"] : `${block.type}${index + 1}`;
    network.path = prefix + name;
    network.reusesWeights = reusesWeights || block["shared"] === true;
    const { from, save } = block;
    if (typeof from === "string") current = namedTensor(network, from);
    const repeat = typeof block["repeat"] === "number" ? block["repeat"] : 1;
    current =
      repeat === 1
        ? expandOnce(type, block, current, network)
        : expandRow(type, block, repeat, current, network);
    if (typeof save === "string") saveTensor(network, save, current);
  }
  network.path = path;
  network.reusesWeights = reusesWeights;
  return current;
}

function expandOnce(type: BlockType, block: Block, tensor: Tensor, network: Network): Tensor {
  network.sealed = network.operators.length;
  return type.expand(block, tensor, network);
}

/**
 * Blocks in a row. The first takes the stride; once one leaves the shape as it was, all that follow are like it, and
 * its operators are counted instead of repeated.
 */
function expandRow(
  type: BlockType,
  block: Block,
  repeat: number,
  tensor: Tensor,
  network: Network,
): Tensor {
  const { path, operators } = network;
  const strides = block["stride"] !== undefined && block["stride"] !== 1;
  const rest = strides ? { ...block, stride: 1 } : block;
  let current = tensor;
  for (let row = 1; row <= repeat; row += 1) {
    network.path = `${path}.${row}`;
    const start = operators.length;
    const parameters = network.parameters;
    const input = current;
    current = expandOnce(type, row === 1 ? block : rest, input, network);
    if (row === repeat || (strides && row === 1) || !sameShape(input, current)) continue;
    const like = repeat - row + 1;
    network.parameters += (network.parameters - parameters) * (like - 1);
    multiplyCounts(network, start, like);
    renameFrom(network, start, network.path.length, `${path}.${row}-${repeat}`);
    break;
  }
  network.path = path;
  return current;
}

function renameFrom(network: Network, start: number, prefixLength: number, prefix: string): void {
  for (const operator of network.operators.slice(start)) {
    operator.name = prefix + operator.name.slice(prefixLength);
  }
}
