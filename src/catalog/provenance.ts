import type { Confidence } from "./types.ts";

/** Where one figure of a profile comes from. */
export interface FigureProvenance {
  /** Dotted key of the figure in its file; `"*"` stands for every figure without an entry of its own. */
  field: string;
  source: string;
  confidence: Confidence;
  note: string | null;
  /** ISO date of a figure that ages (a price, a measured rate), or null. */
  date: string | null;
}
