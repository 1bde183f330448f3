/** What two sums of the same figures may differ by: no advantage of either. */
const ROUNDING = 1e-12;

/**
 * Whether `a` dominates `b`: nowhere worse and somewhere better, on values where more is better. Only criteria with
 * a weight count: what the buyer gives no weight is no advantage to him.
 */
export function dominates(
  a: readonly number[],
  b: readonly number[],
  weights: readonly number[],
): boolean {
  let better = false;
  for (let criterion = 0; criterion < weights.length; criterion += 1) {
    if (weights[criterion] === 0) continue;
    const difference = (a[criterion] ?? 0) - (b[criterion] ?? 0);
    if (difference < -ROUNDING) return false;
    if (difference > ROUNDING) better = true;
  }
  return better;
}

/** How one candidate dominates another. */
export interface Dominance {
  /** The dominating candidate. */
  by: string;
  /** Criteria on which it is better; on the other weighed ones both are worth the same. */
  better: readonly string[];
  /** Strict: better on every weighed criterion. Weak: somewhere equal. */
  kind: "strict" | "weak";
}

/** On which criteria `by`, who is known to dominate, is better. */
export function dominance(
  by: { id: string; values: readonly number[] },
  dominated: readonly number[],
  criteria: readonly { id: string; weight: number }[],
): Dominance {
  const weighed = criteria.filter(({ weight }) => weight > 0);
  const better = criteria.flatMap(({ id, weight }, index) =>
    weight > 0 && (by.values[index] ?? 0) - (dominated[index] ?? 0) > ROUNDING ? [id] : [],
  );
  return { by: by.id, better, kind: better.length === weighed.length ? "strict" : "weak" };
}
