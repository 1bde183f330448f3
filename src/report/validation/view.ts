import type { ErrorGroup } from "../../validation/types.ts";

export const GROUPINGS = [
  "set",
  "chip",
  "class",
  "stack",
  "metric",
  "model",
] as const satisfies readonly ErrorGroup["by"][];

export type Grouping = (typeof GROUPINGS)[number];

/** What the reader asked to see. The JSON holds all of it whatever is asked. */
export interface ValidationView {
  /** Tables of groups, in this order. */
  by: readonly Grouping[];
  /** Every row of the measurements, the worst prediction first. */
  rows: boolean;
  /** Predicted against measured, one plot a set. */
  scatter: boolean;
}

/** Reasons for skipping that are told without `rows`. */
export const REASONS_SHOWN = 12;
/** Rows named for one reason of exclusion. */
export const EXCLUDED_NAMED = 3;
