import type { SparseIndexer, TransformerShape } from "../catalog/types.ts";
import { matmul, vector } from "./operators.ts";
import type { Operator } from "./types.ts";

/** What an indexer works on: new tokens of all sequences, sequences, and tokens that a query and a sequence have to choose from. */
export interface Choice {
  tokens: number;
  sequences: number;
  /** Averaged over the new tokens. */
  visibleTokens: number;
  keyTokens: number;
}

/**
 * The lightning indexer of sparse attention (DeepSeek-V3.2-Exp, 2025, equation 1): each query token has `heads` small queries of its own, which
 * score all earlier tokens by one small key each; the best are attended to. Every tensor-parallel chip does all of it, since all
 * heads of the attention share the choice.
 */
export function indexerOperators(
  shape: TransformerShape,
  { heads, headDim }: SparseIndexer,
  layers: number,
  choice: Choice,
): Operator[] {
  const { tokens, sequences, visibleTokens, keyTokens } = choice;
  const queryInput = shape.latent?.queryRank ?? 0;
  const scores = tokens * visibleTokens;
  return [
    matmul("indexer.query", layers, tokens, heads * headDim, queryInput || shape.hidden),
    // The key of a token, and the weight of each head in its score.
    matmul("indexer.key", layers, tokens, headDim + heads, shape.hidden),
    {
      name: "indexer.scores",
      kind: "attention",
      count: layers,
      m: (tokens / sequences) * heads,
      n: visibleTokens,
      k: headDim,
      groups: sequences,
      operations: 2 * scores * heads * headDim,
      weightElements: 0,
      activationElements: tokens * heads * headDim,
      cacheElements: sequences * (keyTokens + tokens / sequences) * headDim,
      wideBelowBytes: 0,
    },
    // Scores in FP32, written by one kernel and read by the next, which keeps the best.
    vector("indexer.choice", layers, 4 * scores, 1),
  ];
}
