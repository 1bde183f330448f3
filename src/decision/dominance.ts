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
  for (const [criterion, weight] of weights.entries()) {
    if (weight === 0) continue;
    const difference = (a[criterion] ?? 0) - (b[criterion] ?? 0);
    if (difference < 0) return false;
    if (difference > 0) better = true;
  }
  return better;
}
