import type { CostFlip } from "./cost-flip.ts";
import type { CriterionInfo, CriterionScore } from "./types.ts";

/** Outcome of the decision. `ranking` is best first and holds every candidate that was given in. */
export interface Decision {
  criteria: readonly CriterionInfo[];
  ranking: readonly RankedCandidate[];
  /** Null when there is no candidate. */
  recommendation: DecisionRecommendation | null;
}

export interface RankedCandidate {
  id: string;
  rank: number;
  /** 0..1: the sum of the contributions. */
  score: number;
  criteria: readonly CriterionScore[];
  /** Best-ranked candidate that is nowhere worse and somewhere better; null when there is none. */
  dominatedBy: string | null;
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

/** A change that makes another candidate win. `message` says it in one sentence. */
export type FlipPoint =
  | {
      kind: "weight";
      criterion: string;
      /** Present weight, and the weight past which `winner` wins (the other weights rescaled). */
      from: number;
      to: number;
      winner: string;
      message: string;
    }
  | (CostFlip & {
      kind: "cost";
      /** Candidate whose cost changes. */
      id: string;
      winner: string;
      message: string;
    });
