import type { Device } from "./device.ts";

/**
 * Share of a tensor group's collectives that the multiplies wait for. Some stacks send a buffer in as many chunks as there are chips and
 * multiply with what has come: all chunks but one hide (Transformer Engine, overlap of tensor-parallel communication by user
 * buffers). They do so inside a scale-up domain; everything else waits.
 *
 * @param span chips from the first to the last member
 */
export const shownTensorShare = (
  { stack, scaleUp }: Pick<Device, "stack" | "scaleUp">,
  size: number,
  span: number,
): number => (stack.tensorChunks && scaleUp && span <= scaleUp.chips ? 1 / size : 1);
