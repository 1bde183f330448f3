import type { DecisionTable } from "../methods/table.ts";

export const CORRELATIONS = ["pearson", "spearman"] as const;

type CorrelationId = (typeof CORRELATIONS)[number];

export interface ComparisonOptions {
  /** Turn costs round before measuring. CRITIC does unless the file says otherwise, entropy only if it says so. */
  readonly directed?: boolean;
  /** CRITIC: which correlation; Pearson's unless the file says otherwise. */
  readonly correlation?: CorrelationId;
}

/**
 * Weights that measure how the candidates spread, not what the buyer wants: shown beside the stated weights, never
 * used in their place.
 */
export interface ComparisonWeights {
  readonly id: string;
  readonly title: string;
  readonly formula: string;
  readonly reads: readonly (keyof ComparisonOptions)[];
  readonly definition: string;
  readonly testedOn: string;
  /** What keeps it from weighing this table; null when nothing does. */
  readonly obstacle?: (table: DecisionTable, options: ComparisonOptions) => string | null;
  /** Weights adding up to 1; equal ones where the table tells nothing apart. */
  readonly apply: (table: DecisionTable, options: ComparisonOptions) => readonly number[];
}
