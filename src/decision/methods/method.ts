import type { NormalisationId } from "./normalise.ts";
import type { DecisionTable } from "./table.ts";

export const DISTANCE_IDS = ["euclidean", "manhattan", "chebyshev"] as const;

export type DistanceId = (typeof DISTANCE_IDS)[number];

/** What a file may set for a method; each method names those that it reads. */
export interface MethodOptions {
  readonly normalisation?: NormalisationId;
  /** TOPSIS: how far from the best and the worst. */
  readonly distance?: DistanceId;
  /** VIKOR: weight of the majority (S) against the worst regret (R), 0..1. */
  readonly v?: number;
  /** WASPAS: share of the weighted sum, 0..1; the rest is the weighted product. */
  readonly lambda?: number;
  /** CODAS: Euclidean distance from which two alternatives count as different. */
  readonly threshold?: number;
}

export interface MethodOutcome {
  /** One score an alternative, in the order of the table; finite. */
  readonly scores: readonly number[];
  /** Other figures of the method, by the name that its source gives them; one an alternative. */
  readonly detail?: Readonly<Record<string, readonly number[]>>;
  /**
   * What each criterion adds to or takes from an alternative, where more is better: alternatives × criteria. Differences
   * of two rows show on what the method prefers the one to the other.
   */
  readonly parts: readonly (readonly number[])[];
  /** VIKOR: what the ranking by Q alone must not be read without. */
  readonly compromise?: CompromiseSet;
}

export interface CompromiseSet {
  /** Indices of the alternatives that are proposed together, best first. */
  readonly members: readonly number[];
  readonly acceptableAdvantage: boolean;
  readonly acceptableStability: boolean;
}

/** A decision method beside the additive value model: one file each. */
export interface Method {
  readonly id: string;
  readonly title: string;
  /** How the score comes about, in one line. */
  readonly formula: string;
  readonly higherIsBetter: boolean;
  /** Options that it reads. */
  readonly reads: readonly (keyof MethodOptions)[];
  /** What it takes when the file says nothing. */
  readonly defaults: MethodOptions;
  /** How it differs from additive value on fixed ranges; goes on after "it". */
  readonly differs: string;
  /** Source of the definition, and of the figures that the test compares with. */
  readonly definition: string;
  readonly testedOn: string;
  /** What keeps it from judging this table, as a sentence without a full stop; null when nothing does. */
  readonly obstacle?: (table: DecisionTable, options: MethodOptions) => string | null;
  readonly apply: (table: DecisionTable, options: MethodOptions) => MethodOutcome;
}
