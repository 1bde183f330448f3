import type { Sharding, Step } from "./types.ts";
import type { WideWeights } from "./wide-weights.ts";

/** What the simulator asks of a model that generates token by token. Elements, not bytes: the format is chosen later. */
export interface GenerativeProgram {
  kind: "generative";
  /**
   * Processes the prompts of `batch` sequences, of which `cachedTokens` each are in the cache already (for an encoder-decoder:
   * encodes their inputs, and nothing can be).
   */
  prefill(batch: number, inputTokens: number, sharding: Sharding, cachedTokens?: number): Step;
  /**
   * One token for each of `batch` sequences that have their input and `generatedTokens` behind them, or `newTokens` at once: those that a
   * draft proposed and the one after them.
   */
  decode(
    batch: number,
    inputTokens: number,
    generatedTokens: number,
    sharding: Sharding,
    newTokens?: number,
  ): Step;
  /** Cache of one sequence on one chip once it holds `inputTokens` + `outputTokens`. */
  cacheElements(inputTokens: number, outputTokens: number, sharding: Sharding): number;
  weightElements: number;
  /** Those of them that checkpoints in narrow formats leave in 16 bits; absent means none. */
  wideWeights?: readonly WideWeights[];
  /** Elements of the widest activations of one token, for working memory. */
  activationElementsPerToken: number;
  limits: ShardingLimits;
}

/** A model that answers in one pass (or a fixed number of passes). */
export interface OneShotProgram {
  kind: "one-shot";
  /** One pass over `batch` samples of `length` tokens (ignored where the input fixes the size). */
  forward(batch: number, length: number, sharding: Sharding): Step;
  /** True when `length` is a number of tokens; otherwise a request's length counts samples. */
  countsTokens: boolean;
  /** Passes of one request (denoiser calls); 1 for most. */
  passes(steps: number | null): number;
  weightElements: number;
  wideWeights?: readonly WideWeights[];
  /** Elements of the pictures of one sample, as the host sends them; 0 for texts and tables, which are small. */
  pictureElements: number;
  /** Elements of the largest pair of tensors alive at once, per sample. */
  activationElementsPerSample(length: number): number;
  limits: ShardingLimits;
}

export type Program = GenerativeProgram | OneShotProgram;

/** What can be divided: heads by tensor, layers by pipeline, experts by expert parallelism. 1 where a split makes no sense. */
export interface ShardingLimits {
  tensor: number;
  pipeline: number;
  expert: number;
  /** Parameters that expert parallelism spreads (part of `weightElements`). */
  expertParameters: number;
}

export const SINGLE_CHIP: ShardingLimits = {
  tensor: 1,
  pipeline: 1,
  expert: 1,
  expertParameters: 0,
};

/** Weight elements on one chip. Experts lie on the larger of the tensor and expert groups, the rest on the tensor group. */
export function weightElementsPerChip(program: Program, sharding: Sharding): number {
  const { tensor, pipeline, expert } = sharding;
  const experts = program.limits.expertParameters;
  const spread = Math.max(tensor, expert);
  return ((program.weightElements - experts) / tensor + experts / spread) / pipeline;
}

/** Chips of one replica. Expert groups wider than the tensor group hold several attention groups (data). */
export function chipsPerReplica(sharding: Sharding): number {
  return sharding.tensor * sharding.pipeline * sharding.context * sharding.data;
}
