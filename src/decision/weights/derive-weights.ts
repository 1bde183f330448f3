import type { StatedWeights } from "../../input/matrix/matrix-types.ts";
import { BEST_WORST_MODELS, bestWorstWeights } from "./best-worst.ts";
import { shares } from "./elicitation.ts";
import { pairwiseWeights, PRIORITISATIONS, type PairwiseWeights } from "./pairwise.ts";
import { RANDOM_INDEX_IDS } from "./random-index.ts";
import { RANK_ORDER_FORMULAS, rankOrderWeights } from "./rank-order.ts";

/** Weights and how well the answers behind them agree with each other. */
export interface DerivedWeights {
  readonly weights: readonly number[];
  readonly consistency:
    | ({ readonly kind: "ahp" } & Omit<PairwiseWeights, "weights">)
    | {
        readonly kind: "best-worst";
        readonly model: string;
        readonly deviation: number;
        readonly consistencyRatio: number | null;
        readonly inputConsistencyRatio: number;
      }
    | null;
}

/** Weights of all criteria; they add up to 1 unless the file forbids to rescale them. */
export function deriveWeights(stated: StatedWeights, criteria: number): DerivedWeights {
  switch (stated.method) {
    case "equal":
      return { weights: Array.from({ length: criteria }, () => 1 / criteria), consistency: null };
    case "rank-order": {
      const groups = stated.groups.map((group) => group.map(String));
      const formula = knownOr(stated.formula, RANK_ORDER_FORMULAS, "centroid");
      const weights = rankOrderWeights(groups, formula, stated.exponent);
      return {
        weights: Array.from({ length: criteria }, (_, j) => weights.get(String(j)) ?? 0),
        consistency: null,
      };
    }
    case "ahp": {
      const { weights, ...consistency } = judged(stated);
      return { weights, consistency: { kind: "ahp", ...consistency } };
    }
    case "best-worst": {
      const model = knownOr(stated.model, BEST_WORST_MODELS, "linear");
      const { weights, ...consistency } = bestWorstWeights(stated, model);
      return { weights, consistency: { kind: "best-worst", model, ...consistency } };
    }
    default:
      return {
        weights:
          stated.method === "direct" && !stated.rescale ? stated.points : shares(stated.points),
        consistency: null,
      };
  }
}

/** Priorities of a matrix of comparisons, with the table and the prioritisation that the file names. */
export function judged(judgements: {
  readonly matrix: readonly (readonly number[])[];
  readonly randomIndex: string | number;
  readonly prioritisation: string;
}): PairwiseWeights {
  return pairwiseWeights(
    judgements.matrix,
    typeof judgements.randomIndex === "number"
      ? judgements.randomIndex
      : knownOr(judgements.randomIndex, RANDOM_INDEX_IDS, "saaty"),
    knownOr(judgements.prioritisation, PRIORITISATIONS, "eigenvector"),
  );
}

function knownOr<const T extends string>(text: string, known: readonly T[], otherwise: T): T {
  return known.find((word) => word === text) ?? otherwise;
}
