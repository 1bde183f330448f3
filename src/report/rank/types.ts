import type { CompromiseSet } from "../../decision/methods/method.ts";
import type { Agreement } from "../../decision/robustness/agreement.ts";
import type { DerivedWeights } from "../../decision/weights/derive-weights.ts";
import type { Direction, ValueShape } from "../../input/matrix/matrix-types.ts";

/** Outcome of `chipselect rank`. Lists of figures run over the criteria or the ranked alternatives in the order of the file. */
export interface RankResult {
  schemaVersion: 1;
  tool: { name: "chipselect"; version: string };
  matrix: { name: string; description: string | null; source: string | null };
  criteria: readonly RankedCriterion[];
  weights: RankedWeights;
  alternatives: readonly RankedAlternative[];
  /** Null when no alternative meets every limit. */
  recommendation: RankRecommendation | null;
  /** Reversal tests of the additive value model itself. */
  reversal: ReversalReport;
  witnesses: readonly Witness[];
  /** Null when no alternative meets every limit. */
  robustness: RobustnessReport | null;
  doubleCounting: readonly { a: string; b: string; correlation: number; message: string }[];
  warnings: readonly string[];
}

export interface RankedCriterion {
  id: string;
  title: string;
  unit: string;
  direction: Direction;
  weight: number;
  /** Value function as it was applied; null where all alternatives are equal and nothing states a range. */
  value: ValueShape | null;
  /** Whether the file states the range, or the alternatives give it (and can turn the ranking round). */
  rangeFrom: "file" | "set" | "comparisons";
  outside: "clip" | "extrapolate";
  /** Consistency of the comparisons behind the figures (AHP). */
  comparisons: {
    consistencyRatio: number | null;
    randomIndex: string | number;
    mode: string;
  } | null;
  /** Interval of the weight in which the winner stays, the others rescaled in proportion; who wins below and above. */
  interval: { lowest: number; highest: number; below: string | null; above: string | null } | null;
}

export interface RankedWeights {
  method: string;
  title: string;
  consistency: DerivedWeights["consistency"];
  /** Weights that measure the spread of the data, and who would win with them. */
  comparison: readonly {
    id: string;
    title: string;
    options: Readonly<Record<string, unknown>>;
    /** Null when they cannot be had. */
    weights: readonly number[] | null;
    obstacle: string | null;
    winner: string | null;
  }[];
}

export interface RankedAlternative {
  id: string;
  name: string;
  /** 1 is best, ties share the smaller rank; null when a limit is missed. */
  rank: number | null;
  feasible: boolean;
  score: number | null;
  criteria: readonly RankedCell[];
  limits: readonly MissedLimit[];
  dominatedBy: readonly { id: string; better: readonly string[]; strict: boolean }[];
  /** How many it dominates, and its front in the non-dominated sort; null when a limit is missed. */
  dominates: number | null;
  front: number | null;
  /** Too close to the winner to call. */
  nearTie: boolean;
  /** Score if every unknown figure were at the best end; null where none is unknown. */
  bestCase: { score: number; rank: number } | null;
}

interface RankedCell {
  id: string;
  /** Null when unknown. */
  value: number | null;
  normalised: number;
  contribution: number;
  clipped: boolean;
}

export interface MissedLimit {
  criterion: string;
  kind: "min" | "max";
  limit: number;
  value: number | null;
  /** How far off, in the criterion's unit, and as a share of the limit (null for a limit of 0). */
  shortfall: number | null;
  share: number | null;
}

export interface RankRecommendation {
  id: string;
  second: string | null;
  margin: number | null;
  nearTies: readonly string[];
  /** Winner's contribution less the second's, largest first: adds up to the margin. */
  lead: readonly { criterion: string; difference: number }[];
  sentence: string;
  /** Weights at which another one wins, in sentences, the nearest first. */
  flips: readonly string[];
  /** The smallest changes of one figure that make another one win, the smallest share of its range first. */
  figureFlips: readonly {
    alternative: string;
    criterion: string;
    from: number;
    to: number;
    winner: string;
    share: number;
    message: string;
  }[];
}

export interface Witness {
  method: string;
  title: string;
  /** Every option as it was applied. */
  options: Readonly<Record<string, unknown>>;
  higherIsBetter: boolean;
  /** Why it cannot judge this table; null when it did. */
  obstacle: string | null;
  scores: readonly number[] | null;
  ranks: readonly number[] | null;
  winners: readonly string[];
  detail: Readonly<Record<string, readonly number[]>>;
  compromise: (Omit<CompromiseSet, "members"> & { members: readonly string[] }) | null;
  /** With the additive ranking as the standard. */
  agreement: Agreement | null;
  /** The highest two that change places, why, in a sentence; null where nobody does. */
  disagreement: {
    ahead: string;
    behind: string;
    aboutTheWinner: boolean;
    criterion: string;
    standardShare: number;
    witnessShare: number;
    message: string;
  } | null;
  reversal: ReversalReport | null;
}

/** Tests of Wang & Triantaphyllou 2008, and one that leaves each alternative out. */
export interface ReversalReport {
  worsened: { tried: number; failed: number };
  circles: { tried: number; failed: number };
  recombined: { tried: number; failed: number };
  leftOut: { tried: number; failed: number };
  /** One sentence for the first failure of each test. */
  failures: readonly string[];
}

export interface RobustnessReport {
  draws: number;
  seed: number;
  /** Largest standard error of an acceptability index. */
  /** Bits; 0 where every draw gives the same ranking, null with more than eight alternatives. */
  rankingEntropy?: number | null;
  standardError: number;
  confidenceDraws: number;
  /** What the weights were drawn from, in words, and by which sampler. */
  weights: string;
  sampler: string;
  uncertainFigures: number;
  sharedErrors: readonly string[];
  /** Ids in the order of all lists below. */
  alternatives: readonly string[];
  acceptability: readonly (readonly number[])[];
  central: readonly (readonly number[] | null)[];
  confidence: readonly (number | null)[];
  pairwise: readonly (readonly number[])[];
  /**
   * One uncertain thing at a time at both ends of its 80 % interval: lead of the winner over the best of the others, the widest
   * swing first.
   */
  tornado: readonly {
    of: { alternative: string; criterion: string } | { sharedError: string };
    low: number;
    high: number;
  }[];
}
