/** Indices of SMAA-2 that are counts over the draws. */
export interface SmaaTally {
  /** Alternatives × ranks: share of draws in which the alternative has the rank. Rows and columns add up to 1. */
  readonly acceptability: readonly (readonly number[])[];
  /** Mean weights of the draws in which the alternative is first; null where it never is. */
  readonly central: readonly (readonly number[] | null)[];
  /** Alternatives × alternatives: share of draws in which the row beats the column; a tie is half a win. */
  readonly pairwise: readonly (readonly number[])[];
}

interface Tally {
  readonly add: (scores: Float64Array, weights: Float64Array) => void;
  readonly result: (draws: number) => SmaaTally;
}

/** Equal scores share their ranks evenly, so that indices add up to 1 by rank and by alternative. */
export function createTally(m: number, n: number): Tally {
  const ranks = new Float64Array(m * m);
  const wins = new Float64Array(m * m);
  const firsts = new Float64Array(m);
  const weightSums = new Float64Array(m * n);
  const order = Int32Array.from({ length: m }, (_, i) => i);

  const sorted = new Float64Array(m);

  const countFirst = (alternative: number, share: number, weights: Float64Array): void => {
    firsts[alternative] = (firsts[alternative] ?? 0) + share;
    for (let j = 0, at = alternative * n; j < n; j += 1, at += 1) {
      weightSums[at] = (weightSums[at] ?? 0) + share * (weights[j] ?? 0);
    }
  };

  const countTie = (from: number, to: number, weights: Float64Array): void => {
    const share = 1 / (to - from);
    for (let p = from; p < to; p += 1) {
      const one = order[p] ?? 0;
      for (let rank = from; rank < to; rank += 1) add(ranks, one * m + rank, share);
      if (from === 0) countFirst(one, share, weights);
      for (let q = from; q < to; q += 1) {
        if (p !== q) add(wins, one * m + (order[q] ?? 0), 0.5);
      }
    }
  };

  return {
    add(scores, weights) {
      sortByScore(scores, order, sorted);
      for (let from = 0; from < m;) {
        const score = sorted[from] ?? 0;
        let to = from + 1;
        while (to < m && (sorted[to] ?? 0) === score) to += 1;
        if (to - from === 1) {
          const one = order[from] ?? 0;
          add(ranks, one * m + from, 1);
          if (from === 0) countFirst(one, 1, weights);
        } else {
          countTie(from, to, weights);
        }
        from = to;
      }
      countWins(order, sorted, wins);
    },
    result: (draws) => ({
      acceptability: rowsOf(ranks, m, m, draws),
      pairwise: rowsOf(wins, m, m, draws),
      central: rowsOf(weightSums, m, n, 1).map((row, i) => {
        const first = firsts[i] ?? 0;
        return first === 0 ? null : row.map((sum) => sum / first);
      }),
    }),
  };
}

/**
 * Puts `order` in the order of falling scores, and the scores beside it. The order of the last draw is nearly that of the next,
 * which is what insertion sort is good at.
 */
function sortByScore(scores: Float64Array, order: Int32Array, sorted: Float64Array): void {
  const m = order.length;
  for (let p = 0; p < m; p += 1) {
    const moving = order[p] ?? 0;
    const score = scores[moving] ?? 0;
    let q = p - 1;
    while (q >= 0 && (sorted[q] ?? 0) < score) {
      sorted[q + 1] = sorted[q] ?? 0;
      order[q + 1] = order[q] ?? 0;
      q -= 1;
    }
    sorted[q + 1] = score;
    order[q + 1] = moving;
  }
}

/** Everybody beats those further down, but for equal scores. */
function countWins(order: Int32Array, sorted: Float64Array, wins: Float64Array): void {
  const m = order.length;
  for (let p = 0; p < m; p += 1) {
    const row = (order[p] ?? 0) * m;
    let q = p + 1;
    while (q < m && sorted[q] === sorted[p]) q += 1;
    for (; q < m; q += 1) {
      const at = row + (order[q] ?? 0);
      wins[at] = (wins[at] ?? 0) + 1;
    }
  }
}

function add(into: Float64Array, at: number, what: number): void {
  into[at] = (into[at] ?? 0) + what;
}

function rowsOf(cells: Float64Array, rows: number, columns: number, by: number): number[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from(cells.subarray(i * columns, (i + 1) * columns), (count) => count / by),
  );
}
