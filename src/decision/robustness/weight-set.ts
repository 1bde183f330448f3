/** What is known of the weights: the robustness test draws uniformly from all weights that agree with it. */
export interface WeightSet {
  /** Smallest and largest weight of each criterion, 0 … 1. */
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  /** Pairs [a, b] of criteria of which a weighs at least as much as b; without cycles. */
  readonly atLeast: readonly (readonly [number, number])[];
}

/** Nothing is known: all weights of the simplex. */
export function anyWeights(criteria: number): WeightSet {
  return {
    lowest: Array.from({ length: criteria }, () => 0),
    highest: Array.from({ length: criteria }, () => 1),
    atLeast: [],
  };
}

/** Weights that are known exactly: only the figures are uncertain. */
export function fixedWeights(weights: readonly number[]): WeightSet {
  return { lowest: weights, highest: weights, atLeast: [] };
}

/** Groups of criteria, the most important first; inside a group nothing is known. */
export function orderedWeights(
  criteria: number,
  groups: readonly (readonly number[])[],
): WeightSet {
  const atLeast = groups
    .slice(1)
    .flatMap((group, k) =>
      group.flatMap((b) => (groups[k] ?? []).map((a): [number, number] => [a, b])),
    );
  return { ...anyWeights(criteria), atLeast };
}

/**
 * Ends carried along the order: nobody can weigh less than those below it must, nor more than those above it may. Then the
 * set is empty exactly where an interval is, or where the lowest weights exceed 1 or the highest fall short of it: a
 * mix lowest + t (highest − lowest) keeps the order for every t, and its sum goes from the one to the other.
 */
export function tightened(set: WeightSet): WeightSet {
  const lowest = [...set.lowest];
  const highest = [...set.highest];
  for (let pass = 0; pass < lowest.length; pass += 1) {
    for (const [a, b] of set.atLeast) {
      lowest[a] = Math.max(lowest[a] ?? 0, lowest[b] ?? 0);
      highest[b] = Math.min(highest[b] ?? 1, highest[a] ?? 1);
    }
  }
  return { ...set, lowest, highest };
}

/** Why no weights agree with what is known; null when some do. */
export function emptyBecause(set: WeightSet): string | null {
  const { lowest, highest } = tightened(set);
  const total = (ends: readonly number[]): number => ends.reduce((all, end) => all + end, 0);
  if (lowest.some((end, j) => end > (highest[j] ?? 1) + 1e-12)) {
    return "the intervals contradict the order";
  }
  if (total(lowest) > 1 + 1e-9) return "the smallest weights add up to more than 1";
  if (total(highest) < 1 - 1e-9) return "the largest weights add up to less than 1";
  return null;
}
