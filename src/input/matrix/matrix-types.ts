/** Whether more or less of a figure is better. */
export type Direction = "max" | "min";

/**
 * How a figure turns into worth on a fixed range: 0 at the worst end, 1 at the best. Sources: R. L. Keeney & H. Raiffa, Decisions
 * with Multiple Objectives, 1976, ch. 3 and 4 (linear, piecewise, log); C. W. Kirkwood, Strategic Decision Making, 1997, ch. 4
 * (exponential, here "saturating").
 */
export type ValueShape =
  /** Equal steps are worth the same; on `log` equal factors are. */
  | { readonly kind: "linear" | "log"; readonly worst: number; readonly best: number }
  /** Straight between [figure, value] points of rising figures, at least two. */
  | { readonly kind: "piecewise"; readonly points: readonly (readonly [number, number])[] }
  /** Each step towards `enough` is worth less than the one before (`curvature` > 0; 0 is linear, and below 0 it is worth more), and past it nothing. */
  | {
      readonly kind: "saturating";
      readonly worst: number;
      readonly enough: number;
      readonly curvature: number;
    }
  /** Best at `target`, falling to 0 at `low` and at `high`. */
  | {
      readonly kind: "target";
      readonly low: number;
      readonly target: number;
      readonly high: number;
    };

/** Shapes of preference between two figures of one criterion (Brans & Vincke 1985, types I to VI). */
export const PREFERENCE_SHAPES = [
  "usual",
  "u-shape",
  "v-shape",
  "level",
  "linear",
  "gaussian",
] as const;

export type PreferenceShape = (typeof PREFERENCE_SHAPES)[number];

/** Thresholds in the criterion's unit, at least 0; those that the shape does not need are 0. */
export interface Preference {
  readonly shape: PreferenceShape;
  /** Largest difference that is indifferent (q). */
  readonly indifference: number;
  /** Smallest difference that is a strict preference (p). */
  readonly strict: number;
  /** Where the gaussian bends (s). */
  readonly spread: number;
}

/** A criterion of a matrix file, defaults filled in. */
export interface MatrixCriterion {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly description: string | null;
  readonly direction: Direction;
  /** Null where the file states no range: the set of alternatives then gives a linear one. */
  readonly shape: ValueShape | null;
  readonly outside: "clip" | "extrapolate";
  readonly preference: Preference | null;
  /** Hard limits, in the criterion's unit. */
  readonly limit: { readonly min: number | null; readonly max: number | null };
  readonly errors: "relative" | "absolute";
  /** Pairwise comparisons of the alternatives that stand in for figures (AHP); null for plain figures. */
  readonly comparisons: PairwiseJudgements | null;
}

interface PairwiseJudgements {
  readonly matrix: readonly (readonly number[])[];
  /** Name of a table, or the index itself. */
  readonly randomIndex: string | number;
  readonly prioritisation: string;
  /** Priorities as shares of their sum, or of the largest (which an added copy does not change). */
  readonly mode: "distributive" | "ideal";
}

/** One figure of an alternative. */
export interface MatrixCell {
  /** Null when unknown. */
  readonly value: number | null;
  /** Standard deviation of its own error: of the logarithm where errors are relative, else in the unit. 0 when certain. */
  readonly deviation: number;
}

export interface MatrixAlternative {
  readonly id: string;
  readonly name: string;
  /** In the order of the criteria. */
  readonly cells: readonly MatrixCell[];
}

/** What the file says of the weights. Lists run over the criteria in their order. */
export type StatedWeights =
  | { readonly method: "equal" }
  | {
      readonly method: "direct" | "swing";
      readonly points: readonly number[];
      /** False leaves direct weights as they are, even if they do not add up to 1. */
      readonly rescale: boolean;
    }
  /** Groups of criteria, the most important first. */
  | {
      readonly method: "rank-order";
      readonly groups: readonly (readonly number[])[];
      readonly formula: string;
      readonly exponent: number;
    }
  | {
      readonly method: "ahp";
      readonly matrix: readonly (readonly number[])[];
      /** Name of a table, or the index itself. */
      readonly randomIndex: string | number;
      readonly prioritisation: string;
    }
  | {
      readonly method: "best-worst";
      readonly best: number;
      readonly worst: number;
      readonly bestToOthers: readonly number[];
      readonly othersToWorst: readonly number[];
      readonly model: string;
    };

/** A method or a weighing by name, with what the file sets of it. */
export interface Asked {
  readonly id: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface SharedError {
  readonly id: string;
  readonly loadings: readonly {
    readonly criterion: number;
    readonly alternative: number;
    /** Signed standard deviation, as in `MatrixCell`. */
    readonly loading: number;
  }[];
}

/** From which weights the robustness test draws. */
export type WeightKnowledge =
  | "any"
  | "stated"
  | {
      readonly groups: readonly (readonly number[])[];
      /** By criterion; 0 and 1 where nothing is said. */
      readonly lowest: readonly number[];
      readonly highest: readonly number[];
      /** Criterion `of` weighs from `atLeast` to `atMost` times as much as `to`; null where nothing is said. */
      readonly ratios: readonly WeightRatio[];
    };

export interface WeightRatio {
  readonly of: number;
  readonly to: number;
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** A checked matrix file. */
export interface Matrix {
  readonly name: string;
  readonly description: string | null;
  readonly source: string | null;
  readonly criteria: readonly MatrixCriterion[];
  readonly alternatives: readonly MatrixAlternative[];
  readonly weights: StatedWeights;
  /** Null: the usual ones. */
  readonly compare: readonly Asked[] | null;
  readonly methods: readonly Asked[] | null;
  readonly nearTie: number;
  readonly robustness: {
    readonly draws: number;
    readonly seed: number;
    readonly weights: WeightKnowledge | null;
    readonly sharedErrors: readonly SharedError[];
  };
}
