import type { Program } from "../workload/program.ts";
import { weightElementsPerChip } from "../workload/program.ts";
import type { Operator, Sharding } from "../workload/types.ts";
import { WIDE_BYTES, type Formats } from "./formats.ts";

/**
 * Formats of one operator: 16 bits where its weights are among those that a checkpoint leaves wide.
 *
 * @returns `formats` itself for all others
 */
export const operatorFormats = (operator: Operator, formats: Formats): Formats =>
  isWide(operator, formats) ? (formats.wide ?? formats) : formats;

/** Whether a checkpoint with weights as narrow as `formats` leaves those of the operator in 16 bits. */
export const isWide = (
  { wideBelowBytes }: Operator,
  { weightBytes }: Pick<Formats, "weightBytes">,
): boolean => wideBelowBytes > weightBytes;

/** Bytes of the weights on one chip, those that stay in 16 bits among them. */
export function weightBytesPerChip(program: Program, sharding: Sharding, formats: Formats): number {
  const { weightBytes, wide } = formats;
  const bytes = weightElementsPerChip(program, sharding) * weightBytes;
  if (wide === undefined || program.wideWeights === undefined) return bytes;
  let elements = 0;
  for (const kept of program.wideWeights) {
    if (kept.belowBytes > weightBytes) elements += kept.elements;
  }
  return bytes + (elements / sharding.tensor / sharding.pipeline) * (WIDE_BYTES - weightBytes);
}
