import type { Block } from "../../catalog/types.ts";
import type { Network } from "./network.ts";
import { count, flag, newName, optionalTensorName } from "./parameter.ts";
import type { ParameterTable, ParameterValues } from "./parameter.ts";
import type { Tensor } from "./tensor.ts";

/** A kind of building block: one file of this folder, named as the block's `type`. */
export interface BlockType {
  readonly id: string;
  readonly description: string;
  readonly parameters: ParameterTable;
  /** Appends the layers of one block to the network and returns the tensor after it. Throws on unfit parameters or shapes. */
  expand(block: Block, tensor: Tensor, network: Network): Tensor;
}

/** Keys that every block takes, whatever its type. */
export const COMMON_PARAMETERS = {
  name: newName("what reports call it (default: type and position)"),
  repeat: count("how many in a row; a stride that is written applies to the first only", 1),
  from: optionalTensorName("tensor to start from, instead of the block before's"),
  save: newName("name under which later blocks find the tensor after this block", "saves"),
  shared: flag("weights are those of a block before, and not counted again", false),
};

/** Makes a block type whose `expand` receives checked values of its own parameters. */
export function defineBlock<P extends ParameterTable>(definition: {
  id: string;
  description: string;
  parameters: P;
  expand(values: ParameterValues<P>, tensor: Tensor, network: Network): Tensor;
}): BlockType {
  const entries = Object.entries(definition.parameters);
  return {
    id: definition.id,
    description: definition.description,
    parameters: definition.parameters,
    expand(block, tensor, network) {
      const values: Record<string, unknown> = {};
      for (const [key, parameter] of entries) {
        const given = block[key];
        const value = given === undefined ? parameter.fallback : parameter.read(given);
        if (value === undefined) throw new Error(`${key} must be ${parameter.expects}`);
        values[key] = value;
      }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each key was read by the parameter that types it
      return definition.expand(values as ParameterValues<P>, tensor, network);
    },
  };
}
