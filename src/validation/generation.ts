import type { GenerativeProgram } from "../workload/program.ts";
import type { Sharding } from "../workload/types.ts";
import type { Clock } from "./clock.ts";

/** A batch of requests of the same lengths on one replica. */
export interface Generation {
  program: GenerativeProgram;
  sharding: Sharding;
  inputTokens: number;
  outputTokens: number;
  batch: number;
}

/** Sequences that one stage of one attention group works on at a time. */
const localBatch = ({ batch, sharding }: Generation): number =>
  Math.max(1, batch / (sharding.pipeline * sharding.data));

/** Prompt tokens that pass a pipeline as one part, and as one call that waits for its end (defaults of llama.cpp's -ub and -b). */
const PART_TOKENS = 512;
const CALL_TOKENS = 2048;

/**
 * Seconds until the prompts of the whole batch are processed. The batch passes a pipeline in parts of whole sequences, or of
 * one long prompt's tokens: p + m − 1 times that of one part on one stage.
 */
export function prefillSeconds(generation: Generation, clock: Clock): number {
  const { program, sharding, inputTokens, batch } = generation;
  const tokens = Math.max(1, inputTokens);
  const perGroup = Math.max(1, batch / sharding.data);
  const parts = Math.max(1, Math.min(sharding.pipeline, Math.floor(perGroup)));
  const stage = clock(program.prefill(perGroup / parts, tokens, sharding));
  if (sharding.pipeline === 1) return parts * stage;
  const pieces = Math.max(1, Math.ceil(tokens / PART_TOKENS));
  const calls = Math.max(1, Math.ceil(tokens / CALL_TOKENS));
  return ((parts * pieces + calls * (sharding.pipeline - 1)) * stage) / pieces;
}

/** Seconds in which every sequence of the batch gets its next token, with `generated` tokens behind it. */
export function decodeSeconds(
  generation: Generation,
  clock: Clock,
  generated = generation.outputTokens / 2,
): number {
  const { program, sharding, inputTokens } = generation;
  const step = program.decode(localBatch(generation), inputTokens, generated, sharding);
  return sharding.pipeline * clock(step);
}

/** The whole batch from start to end: prefill gives the first token, decode steps the others. */
export function batchSeconds(generation: Generation, clock: Clock): number {
  const steps = Math.max(0, generation.outputTokens - 1);
  const prefill = generation.inputTokens > 0 ? prefillSeconds(generation, clock) : 0;
  return prefill + (steps > 0 ? steps * decodeSeconds(generation, clock) : 0);
}
