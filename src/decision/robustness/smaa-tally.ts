/** Indices of SMAA-2 that are counts over the draws. */
export interface SmaaTally {
  /** Alternatives × ranks: share of draws in which the alternative has the rank. Rows and columns add up to 1. */
  readonly acceptability: readonly (readonly number[])[];
  /** Mean weights of the draws in which the alternative is first; null where it never is. */
  readonly central: readonly (readonly number[] | null)[];
  /** Alternatives × alternatives: share of draws in which the row beats the column; a tie is half a win. */
  readonly pairwise: readonly (readonly number[])[];
  /**
   * Entropy of the whole rankings that were drawn, in bits: 0 where all draws give the same one. Null where nobody counted, or where there are
   * too many alternatives.
   */
  readonly rankingEntropy: number | null;
}

/** Of more alternatives there are more rankings than draws tell apart (8! is 40,320). */
const MOST_RANKED = 8;

interface Tally {
  /** One draw: a column of scores that starts there, `stride` apart, and its weights in another one. */
  readonly add: (rows: Float64Array, scores: number, weights: number) => void;
  /** To be called after 127 draws at most. */
  readonly endBatch: () => void;
  readonly result: (draws: number) => SmaaTally;
}

/**
 * Equal scores share their ranks evenly, so that indices add up to 1 by rank and by alternative.
 *
 * Wins are counted in eight bits each, four rivals in one word, so that an addition counts four of them, and only over rivals
 * that come later in the table. They count halves, 2 for a win and 1 for a tie, so they must be emptied into wide counters after 127 draws at
 * the latest.
 *
 * @param stride of the columns
 * @param inFull whether to count whole rankings
 */
export function createTally(m: number, n: number, stride: number, inFull: boolean): Tally {
  const ranks = new Float64Array(m * m);
  const firsts = new Float64Array(m);
  const weightSums = new Float64Array(m * n);
  const order = Int32Array.from({ length: m }, (_, i) => i);
  const sorted = new Float64Array(m);
  const words = Math.ceil(m / 4);
  const wins = new Int32Array(m * words);
  const wideWins = new Float64Array(m * m);
  /** Twice for those further down, once for those with the same score. */
  const beaten = new Int32Array(words);
  /** How often each ranking was drawn, by its order as one number. */
  const rankings = inFull && m <= MOST_RANKED ? new Map<number, number>() : null;

  const endBatch = (): void => {
    for (let i = 0; i < m; i += 1) {
      for (let k = i + 1; k < m; k += 1) {
        const halves = ((wins[i * words + (k >> 2)] ?? 0) >>> ((k & 3) * 8)) & 0xff;
        wideWins[i * m + k] = (wideWins[i * m + k] ?? 0) + halves / 2;
      }
    }
    wins.fill(0);
  };

  /** What one does not win of a pair, the other one does. */
  const mirrorWins = (draws: number): void => {
    for (let i = 0; i < m; i += 1) {
      for (let k = i + 1; k < m; k += 1) wideWins[k * m + i] = draws - (wideWins[i * m + k] ?? 0);
    }
  };

  return {
    add(rows, scores, weights) {
      // In falling order. That of the last draw is nearly that of the next, which is what insertion sort is good at.
      for (let p = 0; p < m; p += 1) {
        const moving = order[p] ?? 0;
        const score = rows[scores + moving * stride] ?? 0;
        let q = p - 1;
        for (; q >= 0 && (sorted[q] ?? 0) < score; q -= 1) {
          sorted[q + 1] = sorted[q] ?? 0;
          order[q + 1] = order[q] ?? 0;
        }
        sorted[q + 1] = score;
        order[q + 1] = moving;
      }
      beaten.fill(0);
      // From the worst to the best, groups of equal scores at once.
      for (let to = m, from = m; to > 0; to = from) {
        const score = sorted[to - 1];
        do from -= 1;
        while (from > 0 && sorted[from - 1] === score);
        for (let p = from; p < to; p += 1) {
          const one = order[p] ?? 0;
          beaten[one >> 2] = (beaten[one >> 2] ?? 0) + (1 << ((one & 3) * 8));
        }
        const share = to === from + 1 ? 1 : 1 / (to - from);
        for (let p = from; p < to; p += 1) {
          const one = order[p] ?? 0;
          for (let word = one >> 2, at = one * words + word; word < words; word += 1, at += 1) {
            wins[at] = (wins[at] ?? 0) + (beaten[word] ?? 0);
          }
          for (let rank = from, at = one * m + from; rank < to; rank += 1, at += 1) {
            ranks[at] = (ranks[at] ?? 0) + share;
          }
          if (from > 0) continue;
          firsts[one] = (firsts[one] ?? 0) + share;
          for (let j = 0, at = one * n; j < n; j += 1, at += 1) {
            weightSums[at] = (weightSums[at] ?? 0) + share * (rows[weights + j * stride] ?? 0);
          }
        }
        for (let p = from; p < to; p += 1) {
          const one = order[p] ?? 0;
          beaten[one >> 2] = (beaten[one >> 2] ?? 0) + (1 << ((one & 3) * 8));
        }
      }
      if (rankings !== null) {
        let key = 0;
        for (let p = 0; p < m; p += 1) key = key * MOST_RANKED + (order[p] ?? 0);
        rankings.set(key, (rankings.get(key) ?? 0) + 1);
      }
    },
    endBatch,
    result(draws) {
      mirrorWins(draws);
      return {
        acceptability: rowsOf(ranks, m, m, draws),
        pairwise: rowsOf(wideWins, m, m, draws),
        rankingEntropy: rankings === null ? null : entropyOf([...rankings.values()], draws),
        central: rowsOf(weightSums, m, n, 1).map((row, i) => {
          const first = firsts[i] ?? 0;
          return first === 0 ? null : row.map((sum) => sum / first);
        }),
      };
    },
  };
}

function entropyOf(counts: readonly number[], draws: number): number {
  const shares = counts.map((count) => count / draws);
  return Math.abs(shares.reduce((sum, share) => sum - share * Math.log2(share), 0));
}

function rowsOf(cells: Float64Array, rows: number, columns: number, by: number): number[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from(cells.subarray(i * columns, (i + 1) * columns), (count) => count / by),
  );
}
