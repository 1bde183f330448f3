import type { TransformerShape, WidePart } from "../catalog/types.ts";
import type { Operator } from "./types.ts";

/**
 * Weights that published checkpoints leave in 16 bits: head and embedding wherever the others are narrower, further parts only
 * beside weights of four bits (`hf_quant_config.json` and `quantization_config` of such checkpoints name them).
 */
export interface WideWeights {
  /** They are left wide where the others take fewer bytes each. */
  belowBytes: number;
  elements: number;
}

/** Fewer bytes than this are narrower than 16 bits; fewer than eight bits. */
export const NARROWED = 2;
export const FOUR_BIT = 1;

const PREFIXES: Readonly<Record<WidePart, readonly string[]>> = {
  "attention-inputs": ["attention.", "linear-attention.", "indexer."],
  "attention-output": ["attention.output", "linear-attention.out"],
  "shared-experts": ["moe.shared."],
  "dense-layers": ["ffn."],
};

/** The operator with weights that stay in 16 bits where others take fewer bytes than `belowBytes`. */
export const wide = (operator: Operator, belowBytes: number): Operator => ({
  ...operator,
  wideBelowBytes: belowBytes,
});

/** Operators of a step, those of the parts that stay wide beside weights of four bits marked. */
export function markWideParts(
  { fourBitWide }: TransformerShape,
  operators: readonly Operator[],
): readonly Operator[] {
  if (fourBitWide === undefined) return operators;
  return operators.map((operator) =>
    operator.weightElements > 0 && isAmong(operator, fourBitWide)
      ? wide(operator, Math.max(FOUR_BIT, operator.wideBelowBytes))
      : operator,
  );
}

function isAmong({ name }: Operator, parts: readonly WidePart[]): boolean {
  const starts = (part: WidePart): boolean =>
    PREFIXES[part].some((prefix) => name.startsWith(prefix));
  return starts("attention-output")
    ? parts.includes("attention-output")
    : parts.some((part) => part !== "attention-output" && starts(part));
}
