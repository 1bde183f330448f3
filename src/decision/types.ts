import type { ValueShape } from "../input/matrix/matrix-types.ts";

/** A criterion as it was applied: its range, its weight, and why it was left out where it does not apply. */
export interface CriterionInfo {
  id: string;
  title: string;
  unit: string;
  /** Weight used in the score; weights add up to 1. */
  weight: number;
  /** Range on which the value function lives: `worst` is worth 0, `best` is worth 1. */
  worst: number;
  best: number;
  scale: "linear" | "log";
  /** The value function that the workload states in the place of the criterion's own; worst and best are its ends. */
  shape?: ValueShape;
  description: string;
  /** Why the criterion does not apply to this workload (its weight then goes to the others); null when it applies. */
  notApplicable?: string | null;
}

/** One cell of the justification table. `contribution` is weight × normalised; contributions add up to the score. */
export interface CriterionScore {
  id: string;
  /** The figure itself in `unit`; null when there is none (not applicable, or no plan for the growth target). */
  value: number | null;
  unit: string;
  /** 0..1 on the criterion's fixed range. */
  normalised: number;
  weight: number;
  contribution: number;
  /** True when the value lies outside the range and was clipped. */
  clipped: boolean;
  /** What the figure is made of or why there is none, in sentences. */
  notes?: readonly string[];
}
