/** What changed between two results. `b` is held against `a`: differences are b − a, relative ones (b − a) ÷ |a|. */
export interface ComparisonResult {
  schemaVersion: 1;
  tool: { name: "chipselect"; version: string };
  a: ComparedSide;
  b: ComparedSide;
  /** Ids. */
  winner: Pair<string | null> & { changed: boolean };
  /** Figures of the workload that differ: dotted places in the normalised workload. */
  workload: readonly PlaceChange[];
  /** Weights and ranges of criteria that differ. */
  criteria: readonly CriterionChange[];
  /** Candidates of which anything changed, in the order of `b`'s ranking; those of `a` alone last. */
  candidates: readonly CandidateChange[];
  /** Candidates that are the same in both. */
  unchanged: number;
}

export interface ComparedSide {
  file: string;
  version: string;
  workload: string;
  candidates: number;
  feasible: number;
  /** Name of the winner; null where nothing is feasible. */
  winner: string | null;
}

interface Pair<T> {
  a: T;
  b: T;
}

/** A place in a value that differs; null where a side does not have it. */
export interface PlaceChange extends Pair<unknown> {
  path: string;
}

/** A figure on both sides; a difference is null where a side has none, the relative one also where `a` is zero. */
export interface FigureChange extends Pair<number | null> {
  absolute: number | null;
  relative: number | null;
}

export interface CriterionChange {
  id: string;
  weight: FigureChange;
  worst: FigureChange;
  best: FigureChange;
}

export interface CandidateChange {
  id: string;
  name: string;
  /** Whether both results considered it. */
  presence: "both" | "a" | "b";
  rank: FigureChange;
  score: FigureChange;
  feasible: Pair<boolean | null>;
  boundBy: Pair<string | null>;
  /** Parts of the plan that differ. */
  plan: readonly PlaceChange[];
  /** Metrics that differ, in the order of the result. */
  metrics: readonly ({ id: string } & FigureChange)[];
  /** Limits that differ in verdict, figure or allowed value. */
  limits: readonly LimitChange[];
}

export interface LimitChange {
  id: string;
  title: string;
  unit: string;
  pass: Pair<boolean | null>;
  value: Pair<number | string | null>;
  limit: Pair<number | string | null>;
  /** Of the figure; null where it is no number. */
  absolute: number | null;
  relative: number | null;
}
