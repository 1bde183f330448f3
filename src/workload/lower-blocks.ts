import type { Block, BlocksModel } from "../catalog/types.ts";
import { expandBlocks } from "./blocks/expand-blocks.ts";
import type { Network } from "./blocks/network.ts";
import { elementsOf } from "./blocks/tensor.ts";
import type { Tensor } from "./blocks/tensor.ts";
import type { Operator } from "./types.ts";

/** A network as blocks: a `BlocksModel`, the denoiser of a diffusion model, or a stem with its input. */
export interface BlockNetwork {
  readonly input: BlocksModel["input"];
  readonly blocks: readonly Block[];
}

export interface LoweredBlocks {
  operators: readonly Operator[];
  /** Parameters, each once however often it is used. */
  parameters: number;
  /** Shape of one sample after the last block. */
  output: Tensor;
}

function lower(model: BlockNetwork, batch: number): LoweredBlocks & Pick<Network, "savedElements"> {
  const network: Network = {
    batch,
    operators: [],
    parameters: 0,
    reusesWeights: false,
    path: "",
    sealed: 0,
    named: new Map(),
    savedElements: 0,
    expand: (blocks, tensor) => expandBlocks(blocks, tensor, network),
  };
  try {
    const output = network.expand(model.blocks, model.input);
    const { operators, parameters, savedElements } = network;
    return { operators, parameters, output, savedElements };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${network.path}: ${reason}`, { cause: error });
  }
}

/**
 * Layers of one pass over `batch` samples. Identical layers in a row are one operator with a `count`.
 * Throws an Error that begins with the path of the layer when shapes don't fit; `checkBlocks` finds the rest before.
 */
export function lowerBlocks(model: BlockNetwork, batch: number): LoweredBlocks {
  const { operators, parameters, output } = lower(model, batch);
  return { operators, parameters, output };
}

/**
 * Elements of the activations alive at once, per sample: what the largest layer reads and writes, and every saved
 * tensor, as if it waited for its reader through the whole pass.
 */
export function peakActivationElements(model: BlockNetwork): number {
  const { operators, savedElements } = lower(model, 1);
  let largest = elementsOf(model.input);
  for (const operator of operators) largest = Math.max(largest, operator.activationElements);
  return savedElements + largest;
}
