export type AtLeast = readonly [heavy: number, light: number, times: number];

/** What is known of the weights: the robustness test draws uniformly from all weights that agree with it. */
export interface WeightSet {
  /** Smallest and largest weight of each criterion, 0 … 1. */
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  /** Triples [a, b, r]: criterion a weighs at least r times as much as b. Without cycles where r is 1 all round. */
  readonly atLeast: readonly AtLeast[];
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
    .flatMap((group, k) => group.flatMap((b) => (groups[k] ?? []).map((a): AtLeast => [a, b, 1])));
  return { ...anyWeights(criteria), atLeast };
}

/**
 * Ends carried along the order and the ratios: nobody can weigh less than those below it make it, nor more than those above it let it. Then
 * the set is empty exactly where an interval is, or where the lowest weights exceed 1 or the highest fall short of it: a
 * mix lowest + t (highest − lowest) keeps every ratio for every t, and its sum goes from the one to the other. Ratios that
 * contradict each other in a circle push the ends towards 0, each round further.
 */
export function tightened(set: WeightSet): WeightSet {
  const lowest = [...set.lowest];
  const highest = [...set.highest];
  for (let pass = 0, moved = true; moved && pass < ROUNDS; pass += 1) {
    moved = false;
    for (const [a, b, times] of set.atLeast) {
      const least = times * (lowest[b] ?? 0);
      const most = (highest[a] ?? 1) / times;
      if (least > (lowest[a] ?? 0)) {
        lowest[a] = least;
        moved = true;
      }
      if (most < (highest[b] ?? 1)) {
        highest[b] = most;
        moved = true;
      }
    }
    // An end past the other one settles that nothing is left.
    if (lowest.some((end, j) => end > (highest[j] ?? 1) + GAP)) break;
  }
  return { ...set, lowest, highest };
}

/** Rounds after which ends that still move have converged for any use. */
const ROUNDS = 2000;
const GAP = 1e-12;

/** Why no weights agree with what is known; null when some do. */
export function emptyBecause(set: WeightSet): string | null {
  const { lowest, highest } = tightened(set);
  const total = (ends: readonly number[]): number => ends.reduce((all, end) => all + end, 0);
  if (lowest.some((end, j) => end > (highest[j] ?? 1) + GAP)) {
    return "the intervals, the order and the ratios contradict each other";
  }
  if (total(lowest) > 1 + 1e-9) return "the smallest weights add up to more than 1";
  if (total(highest) < 1 - 1e-9) return "the largest weights add up to less than 1";
  return null;
}
