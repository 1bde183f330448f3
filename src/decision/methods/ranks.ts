/** Scores nearer than this share of their size are one score: they differ by rounding only. */
const ROUNDING = 1e-9;

export function isTie(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Indices, best first; equal scores keep the order of the table. */
export function orderOf(scores: readonly number[], higherIsBetter: boolean): number[] {
  const sign = higherIsBetter ? -1 : 1;
  return scores
    .map((score, index) => ({ score, index }))
    .sort((a, b) => (isTie(a.score, b.score) ? a.index - b.index : sign * (a.score - b.score)))
    .map(({ index }) => index);
}

/** 1 is best; ties share the smaller rank ("1224"). */
export function ranksOf(scores: readonly number[], higherIsBetter: boolean): number[] {
  const order = orderOf(scores, higherIsBetter);
  const ranks = scores.map(() => 1);
  let rank = 1;
  order.forEach((index, place) => {
    const before = order[place - 1];
    const tied = before !== undefined && isTie(scores[before] ?? 0, scores[index] ?? 0);
    if (!tied) rank = place + 1;
    ranks[index] = rank;
  });
  return ranks;
}

/** Ranks in which ties share the mean of their places, as rank correlations need them. */
export function meanRanks(ranks: readonly number[]): number[] {
  return ranks.map((rank) => rank + (ranks.filter((other) => other === rank).length - 1) / 2);
}
