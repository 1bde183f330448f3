import type { CheckEntry } from "./types.ts";

/** What an entry says that judges something else than a figure against a limit. */
export const NO_FIGURES = {
  value: null,
  limit: null,
  unit: "",
  expected: null,
  found: null,
  missedBy: null,
  baseline: null,
  known: null,
  change: null,
} as const satisfies Partial<CheckEntry>;
