import type { GenerativeProgram } from "./program.ts";
import type { Collective, Operator, Step } from "./types.ts";

/**
 * Tokens that one round yields on average when each of `tokens` proposals is accepted with probability `acceptance`, the one that the model
 * adds itself included (Leviathan, Kalman, Matias, "Fast Inference from Transformers via Speculative Decoding", 2023, equation 1).
 */
export function tokensPerRound(tokens: number, acceptance: number): number {
  return acceptance === 1 ? tokens + 1 : (1 - acceptance ** (tokens + 1)) / (1 - acceptance);
}

/** One round of speculation. */
export interface Round {
  /** Tokens that the draft proposes. */
  tokens: number;
  /** Tokens that the round yields on average, the one that the model adds itself included. */
  yielded: number;
}

/**
 * A program whose decode step is the mean cost of one token under speculative decoding: a round of `tokens` steps of the draft and one
 * step of the target that checks them all, divided by the tokens that the round yields. Both models lie in memory, each with its
 * cache. `draft` is null where proposals are looked up in the prompt.
 */
export function speculate(
  target: GenerativeProgram,
  draft: GenerativeProgram | null,
  { tokens, yielded }: Round,
): GenerativeProgram {
  return {
    ...target,
    prefill(batch, inputTokens, sharding, cachedTokens) {
      const own = target.prefill(batch, inputTokens, sharding, cachedTokens);
      return draft ? joined([own, draft.prefill(batch, inputTokens, sharding, cachedTokens)]) : own;
    },
    decode(batch, inputTokens, generatedTokens, sharding) {
      const check = target.decode(batch, inputTokens, generatedTokens, sharding, tokens + 1);
      const proposal = draft?.decode(batch, inputTokens, generatedTokens, sharding);
      const proposed = proposal ? [times(proposal, tokens / yielded)] : [];
      return joined([times(check, 1 / yielded), ...proposed]);
    },
    cacheElements: (...args) =>
      target.cacheElements(...args) + (draft?.cacheElements(...args) ?? 0),
    weightElements: target.weightElements + (draft?.weightElements ?? 0),
    wideWeights: [...(target.wideWeights ?? []), ...(draft?.wideWeights ?? [])],
  };
}

/** A step that runs `factor` times for each one that is counted, its fixed host time included. */
function times(step: Step, factor: number): Step {
  const scaled = <T extends Operator | Collective>(part: T): T => ({
    ...part,
    count: part.count * factor,
  });
  return {
    runs: (step.runs ?? 1) * factor,
    sequences: (step.sequences ?? 0) * factor,
    operators: step.operators.map(scaled),
    collectives: step.collectives.map(scaled),
  };
}

function joined(steps: readonly Step[]): Step {
  return {
    runs: steps.reduce((sum, step) => sum + (step.runs ?? 1), 0),
    sequences: steps.reduce((sum, step) => sum + (step.sequences ?? 0), 0),
    operators: steps.flatMap(({ operators }) => operators),
    collectives: steps.flatMap(({ collectives }) => collectives),
  };
}
