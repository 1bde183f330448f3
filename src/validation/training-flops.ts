import { transformerParameters } from "../catalog/transformer-parameters.ts";
import type { Model } from "../catalog/types.ts";
import { noteOf } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

/** What a source counts as the work of one token. */
export interface FlopsConvention {
  /** Passes counted, in forward passes: 3 for model FLOPs, 4 with the recomputed forward ("hardware FLOPs"), 2 for adapters. */
  passes: number;
  /** Share of the score matrix that counts: ½ where the causal mask is taken into account. */
  attention: number;
}

const HARDWARE = /HARDWARE|hardware FLOPs/u;
const FULL_ATTENTION =
  /NOT causally|not causally|without causal|non-causal|noncausal|full attention/u;
const HALVED_ATTENTION =
  /causal(?:ly)?[- ]halved|CAUSALLY|attention causally|[Cc]ausal attention FLOPs/u;
const ADAPTER = /LoRA/u;
/** Short texts packed into one sequence attend to themselves only; what is left of the score matrix is not counted. */
const PACKED = /packed to \d+/u;

/** Convention that the note states; model FLOPs with full attention where it says nothing (most of 2022 to 2024). */
export function flopsConvention(row: MeasurementRow, model: string): FlopsConvention {
  const note = noteOf(row);
  const halved = HALVED_ATTENTION.test(note) && !FULL_ATTENTION.test(note);
  const adapter = ADAPTER.test(model) || /LoRA:/u.test(note);
  return {
    passes: HARDWARE.test(note) ? 4 : adapter ? 2 : 3,
    attention: PACKED.test(note) ? 0 : halved ? 0.5 : 1,
  };
}

/**
 * Operations of one token: passes × (2 · parameters that multiply it + 4 · layers · length · attention width · counted share).
 * Narayanan et al. 2021, appendix; PaLM, appendix B. Null for models whose work is not counted by tokens.
 */
export function flopsPerToken(
  model: Model,
  sequence: number,
  convention: FlopsConvention,
): number | null {
  if (model.kind !== "decoder" && model.kind !== "encoder") return null;
  const { shape } = model;
  const { fullLayers, windowLayers, windowTokens } = shape.span;
  const keys = fullLayers * sequence + windowLayers * Math.min(sequence, windowTokens);
  const width = shape.latent
    ? (shape.heads * (shape.latent.nopeDim + shape.latent.ropeDim + shape.latent.valueDim)) / 2
    : shape.heads * shape.headDim;
  const attention = 4 * keys * width * convention.attention;
  return convention.passes * (2 * transformerParameters(shape).active + attention);
}
