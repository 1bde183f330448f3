/** Interval of one weight, the others rescaled in proportion, in which the winner stays the winner. */
export interface WeightInterval {
  lowest: number;
  highest: number;
  /** Index of the alternative that wins below `lowest` and above `highest`; null where the interval ends at 0 or 1. */
  below: number | null;
  above: number | null;
}

/**
 * Closed form: with weight x on criterion j an alternative scores x·v_j + (1 − x)·R, where R is its mean value on the other
 * criteria by their present weights. The winner's lead over each rival is then a straight line in x, and each line
 * cuts off one side of the interval at most. Where criterion j now carries all the weight, the others count the same.
 *
 * @param values alternatives × criteria, 0..1
 * @param winner index of the alternative of the highest score at `weights`
 */
export function weightInterval(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  winner: number,
  criterion: number,
): WeightInterval {
  const now = weights[criterion] ?? 0;
  const rest = weights.reduce((all, weight, j) => (j === criterion ? all : all + weight), 0);
  const on = (row: readonly number[]) => row[criterion] ?? 0;
  const elsewhere = (row: readonly number[]) => meanElsewhere(row, weights, criterion, rest);
  const best = values[winner] ?? [];
  const bestElsewhere = elsewhere(best);
  const interval: WeightInterval = { lowest: 0, highest: 1, below: null, above: null };

  for (const [rival, row] of values.entries()) {
    if (rival === winner) continue;
    const leadAtZero = bestElsewhere - elsewhere(row);
    const slope = on(best) - on(row) - leadAtZero;
    if (slope === 0) continue;
    const crossing = -leadAtZero / slope;
    if (slope > 0 && crossing > interval.lowest) {
      // Rounding must not push an end past the present weight, at which the winner wins by assumption.
      interval.lowest = Math.min(crossing, now);
      interval.below = rival;
    }
    if (slope < 0 && crossing < interval.highest) {
      interval.highest = Math.max(crossing, now);
      interval.above = rival;
    }
  }
  return interval;
}

/** @param rest sum of the other weights */
function meanElsewhere(
  row: readonly number[],
  weights: readonly number[],
  criterion: number,
  rest: number,
): number {
  let sum = 0;
  let total = 0;
  for (let j = 0; j < weights.length; j += 1) {
    if (j === criterion) continue;
    const share = rest > 0 ? (weights[j] ?? 0) : 1;
    sum += share * (row[j] ?? 0);
    total += share;
  }
  return total > 0 ? sum / total : 0;
}
