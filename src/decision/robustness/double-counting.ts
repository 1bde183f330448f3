import { correlation } from "./correlation.ts";

/** Two criteria that rise and fall together (above 0) or against each other (below). */
export interface Correlated {
  readonly a: number;
  readonly b: number;
  readonly correlation: number;
}

/** Correlation of values from which two criteria may count the same thing twice. */
const SUSPICIOUS_CORRELATION = 0.9;
/** With fewer alternatives nearly any two columns correlate. */
const FEWEST_FOR_CORRELATION = 4;

/** Pairs of weighted criteria whose values correlate beyond ±0.9 (Pearson), the strongest first. */
export function correlatedCriteria(
  values: readonly (readonly number[])[],
  weights: readonly number[],
): Correlated[] {
  if (values.length < FEWEST_FOR_CORRELATION) return [];
  const counted = weights.flatMap((weight, j) => (weight > 0 ? [j] : []));
  const column = (j: number): number[] => values.map((row) => row[j] ?? 0);
  return counted
    .flatMap((a, k) =>
      counted.slice(k + 1).flatMap((b): Correlated[] => {
        const found = correlation(column(a), column(b), "pearson");
        const suspicious = found !== null && Math.abs(found) > SUSPICIOUS_CORRELATION;
        return suspicious ? [{ a, b, correlation: found }] : [];
      }),
    )
    .sort((x, y) => Math.abs(y.correlation) - Math.abs(x.correlation));
}
