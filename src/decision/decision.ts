import type { Dominance } from "./dominance.ts";
import type { DoubleCounting } from "./double-counting.ts";
import type { CriterionInfo, CriterionScore } from "./types.ts";

/** Outcome of the decision. `ranking` is best first and holds every candidate that was given in. */
export interface Decision {
  criteria: readonly CriterionInfo[];
  ranking: readonly RankedCandidate[];
  /** Null when there is no candidate. */
  recommendation: DecisionRecommendation | null;
  /** Pairs of weighed criteria that say the same in part. */
  doubleCounting: readonly DoubleCounting[];
}

export interface RankedCandidate {
  id: string;
  rank: number;
  /** 0..1: the sum of the contributions. */
  score: number;
  criteria: readonly CriterionScore[];
  /** Best-ranked candidate that is nowhere worse and somewhere better; null when there is none. */
  dominatedBy: string | null;
  /** On which criteria that one is better; null when there is none. */
  dominance: Dominance | null;
  /** Within `NEAR_TIE` of the winner's score: too close to call. Always false for the winner and for dominated candidates. */
  nearTie: boolean;
}

export interface DecisionRecommendation {
  id: string;
  /** Candidate of rank 2; null when there is none. */
  second: string | null;
  /** Score distance to the second; null with a single candidate. */
  margin: number | null;
  /** Candidates too close to the winner to call, best first. */
  nearTies: readonly string[];
  /** Winner's contribution less the second's by criterion, largest first: adds up to the margin. Zeros are left out. */
  lead: readonly { criterion: string; difference: number }[];
  flipPoints: readonly FlipPoint[];
}

/** A change of one input after which another candidate wins. */
export interface FlipPoint {
  /** What changes. */
  input:
    | "weight"
    | "rent"
    | "price"
    | "demand"
    | "latency-limit"
    | "energy-price"
    | "bandwidth"
    | "efficiency";
  /** Where it stands: a path in the workload file, or `chips.ID.…` in the catalogue. */
  path: string;
  unit: string;
  /** Present value. */
  from: number;
  /** Value past which (weights) or from which on (everything else) the new winner wins. */
  to: number;
  /** The last value on the way for which the present winner was seen to win; weights change over exactly at `to`. */
  holdsAt: number;
  direction: "rises" | "falls";
  /** Size of the change: of a weight in shares of all weights, of anything else as a share of the present value. */
  change: number;
  /** Null when nobody meets every limit any more. */
  newWinner: string | null;
  sentence: string;
}
