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

/** Names told for one reason of skipping or exclusion, unless rows are listed. */
export const NAMES_SHOWN = 3;
