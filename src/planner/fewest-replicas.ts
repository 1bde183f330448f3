/** Replicas beyond what the throughput needs, for shorter waits. */
export const REPLICA_FACTORS = [1, 1.1, 1.25, 1.5, 2, 3, 4];

/**
 * The smallest number of replicas from `needed` on that passes, found between the multiples `factors` of `needed` (ascending, the first
 * is 1), and no larger than `most`. More replicas only shorten waiting. Null when not even the largest multiple passes.
 */
export function fewestReplicas(
  needed: number,
  factors: readonly number[],
  passes: (replicas: number) => boolean,
  most = Number.POSITIVE_INFINITY,
): number | null {
  let fails = needed - 1;
  for (const factor of factors) {
    const tried = Math.min(most, Math.ceil(needed * factor));
    if (tried <= fails) continue;
    if (passes(tried)) return between(fails, tried, passes);
    fails = tried;
  }
  return null;
}

function between(below: number, above: number, passes: (replicas: number) => boolean): number {
  let fails = below;
  let fits = above;
  while (fits - fails > 1) {
    const middle = Math.floor((fails + fits) / 2);
    if (passes(middle)) fits = middle;
    else fails = middle;
  }
  return fits;
}
