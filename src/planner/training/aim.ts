import type { FoundLayout } from "./found.ts";

/** Rounding of sums must not cut off a branch. */
export const SLACK = 1 - 1e-12;

/** What a search looks for, and the best that it has. */
export interface Aim {
  /** Fewer chips before quicker steps, or quicker steps alone. */
  fewest: boolean;
  mostChips: number;
  mostSeconds: number;
  best: FoundLayout | null;
}

/** Whether layouts that take that many chip-seconds a step are no better than the best, however chips and seconds are divided. */
export function isHopeless(
  { fewest, mostChips, mostSeconds, best }: Aim,
  chipSeconds: number,
): boolean {
  const least = chipSeconds * SLACK;
  if (best === null) return least >= mostChips * mostSeconds;
  if (!fewest) return least >= mostChips * best.stepSeconds;
  return least >= mostSeconds * (best.chips - 1) && least >= best.stepSeconds * best.chips;
}

/** Seconds that no step may take, on however many chips. */
export const longest = ({ fewest, mostSeconds, best }: Aim): number =>
  fewest || best === null ? mostSeconds : best.stepSeconds;

/** Seconds that a step on so many chips must stay below to be better than the best. */
export function limitAt({ fewest, mostSeconds, best }: Aim, chips: number): number {
  if (best === null) return mostSeconds;
  if (!fewest) return best.stepSeconds;
  if (chips > best.chips) return 0;
  return chips === best.chips ? best.stepSeconds : mostSeconds;
}
