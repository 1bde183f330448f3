/** Draws of weights: the largest standard error of a share is half of 1/√draws, 0.005. */
const DRAWS = 10_000;
const SEED = 1;

/**
 * Share of the space of weights in which an alternative takes each rank, the first rank first: the rank acceptability index of SMAA-2
 * (Lahdelma and Salminen, Operations Research 49(3), 2001) without knowledge of the weights, for the additive value model. Weights
 * are drawn uniformly from the simplex (exponential spacings), always the same ones, so that the same figures give the same shares.
 *
 * @param values 0..1 of each alternative by each criterion
 */
export function rankAcceptability(values: readonly (readonly number[])[], own: number): number[] {
  const alternatives = values.length;
  const criteria = values[own]?.length ?? 0;
  const cells = Float64Array.from(values.flat());
  const counts = new Float64Array(alternatives);
  const weights = new Float64Array(criteria);
  const random = generator(SEED);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (let j = 0; j < criteria; j += 1) weights[j] = -Math.log(1 - random());
    const score = scoreOf(cells, weights, own);
    let rank = 0;
    for (let i = 0; i < alternatives; i += 1) {
      if (i !== own && scoreOf(cells, weights, i) > score) rank += 1;
    }
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  return [...counts].map((count) => count / DRAWS);
}

/** Only the order of scores counts, so the weights need not add up to 1. */
function scoreOf(cells: Float64Array, weights: Float64Array, alternative: number): number {
  const start = alternative * weights.length;
  let score = 0;
  for (let j = 0; j < weights.length; j += 1) score += (weights[j] ?? 0) * (cells[start + j] ?? 0);
  return score;
}

/** mulberry32, by Tommy Ettinger: 32 bits of state, uniform on 0 ≤ x < 1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
