import type { Block } from "../../../src/catalog/types.ts";
import { macsOf } from "../../../src/workload/blocks/macs.ts";
import type { Tensor } from "../../../src/workload/blocks/tensor.ts";
import { lowerBlocks } from "../../../src/workload/lower-blocks.ts";
import type { LoweredBlocks } from "../../../src/workload/lower-blocks.ts";

/** A tensor of one sample; sizes that are left out are 1. */
export function tensor(channels: number, height = 1, width = 1, depth = 1): Tensor {
  return { channels, height, width, depth };
}

export function lower(
  input: Tensor,
  blocks: readonly Block[],
  batch = 1,
): LoweredBlocks & { macs: number } {
  const lowered = lowerBlocks({ input, blocks }, batch);
  return { ...lowered, macs: macsOf(lowered.operators) };
}
