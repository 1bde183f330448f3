import type { Preference } from "../../input/matrix/matrix-types.ts";

export const USUAL: Preference = { shape: "usual", indifference: 0, strict: 0, spread: 0 };

/**
 * Preference 0..1 for a difference in favour. Thresholds without width become a step, so nothing is divided by 0.
 *
 * Source: J. P. Brans & P. Vincke, A preference ranking organisation method, Management Science 31(6), 1985, table 1.
 */
export function preferenceFor(difference: number, preference: Preference): number {
  if (difference <= 0) return 0;
  const { shape, indifference: q, strict: p, spread: s } = preference;
  switch (shape) {
    case "usual":
      return 1;
    case "u-shape":
      return difference > q ? 1 : 0;
    case "v-shape":
      return difference < p ? difference / p : 1;
    case "level":
      if (difference <= q) return 0;
      return difference <= p ? 0.5 : 1;
    case "linear":
      if (difference <= q) return 0;
      return difference < p ? (difference - q) / (p - q) : 1;
    default:
      return s === 0 ? 1 : -Math.expm1((-difference * difference) / (2 * s * s));
  }
}
