import { Generator } from "./generator.ts";
import type { SmaaTally } from "./smaa-tally.ts";
import { BATCH, drawAlternative, FIRST_ROW, rowsFor, startBatch } from "./draw-batch.ts";
import type { ValueDraws } from "./value-draws.ts";

interface Contender {
  readonly alternative: number;
  readonly weights: Float64Array;
  /** The others, those first that score most at these weights: they beat a loser soonest. */
  readonly rivals: Int32Array;
  /** What these score at the base figures. */
  readonly baseScores: Float64Array;
}

/**
 * Confidence factors: the share of draws of the figures in which an alternative is first at its own central weights; null
 * where it has none. The draws are the first ones of the seed.
 */
export function confidenceFactors(
  drawn: ValueDraws,
  central: SmaaTally["central"],
  { draws, seed }: { draws: number; seed: number },
): (number | null)[] {
  const contenders = contendersFor(drawn, central);
  const generator = new Generator(seed);
  const { base, criteria } = drawn;
  /** A row of ones, by which values count once, then those of one alternative: criteria in rows, draws in columns. */
  const rows = rowsFor(drawn, 1 + criteria);
  const ones = FIRST_ROW;
  const own = ones + BATCH;
  rows.fill(1, ones, own);
  const to = { rows, weights: ones, weightsStep: 0, to: own, toStep: BATCH };
  const batch: Batch = {
    values: new Float64Array(BATCH * base.length),
    gains: new Float64Array(BATCH * central.length),
  };
  const rounds = drawn.uncertainCells === 0 ? 1 : draws;
  const wins = new Float64Array(central.length);
  for (let done = 0; done < rounds; done += BATCH) {
    startBatch(drawn, generator);
    for (let i = 0; i < central.length; i += 1) {
      rows.fill(0, own);
      drawAlternative(drawn, i, generator, to);
      turn(drawn, rows.subarray(own), i, batch);
    }
    addFirstPlaces(batch, contenders, Math.min(BATCH, rounds - done), wins);
  }
  return central.map((own, i) => (own === null ? null : (wins[i] ?? 0) / rounds));
}

interface Batch {
  /** Draw by draw, alternatives × criteria. */
  readonly values: Float64Array;
  /**
   * Draws × alternatives: by how much the alternative may score more than at its base figures, whatever the weights: by no more than its
   * largest gain on a criterion, because weights add up to 1.
   */
  readonly gains: Float64Array;
}

/** Rounding of scores that are equal. */
const ROUNDING = 1e-12;

/** Columns become rows, which lie together when a score is taken. */
function turn(
  { base, criteria }: ValueDraws,
  columns: Float64Array,
  alternative: number,
  { values, gains }: Batch,
): void {
  const first = alternative * criteria;
  const alternatives = base.length / criteria;
  const draws = BATCH;
  for (let k = 0; k < draws; k += 1) {
    let gain = 0;
    for (let j = 0, at = k * base.length + first; j < criteria; j += 1, at += 1) {
      const value = columns[j * draws + k] ?? 0;
      values[at] = value;
      const more = value - (base[first + j] ?? 0);
      if (more > gain) gain = more;
    }
    gains[k * alternatives + alternative] = gain + ROUNDING;
  }
}

function contendersFor({ base }: ValueDraws, central: SmaaTally["central"]): Contender[] {
  return central.flatMap((own, alternative) => {
    if (own === null) return [];
    const weights = Float64Array.from(own);
    const scores = central.map((_, i) => scoreFrom(base, i * own.length, weights));
    const rivals = [...scores.keys()].filter((i) => i !== alternative);
    rivals.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    const baseScores = Float64Array.from(rivals, (i) => scores[i] ?? 0);
    return [{ alternative, weights, rivals: Int32Array.from(rivals), baseScores }];
  });
}

function addFirstPlaces(
  batch: Batch,
  contenders: readonly Contender[],
  draws: number,
  wins: Float64Array,
): void {
  for (const contender of contenders) {
    let first = 0;
    for (let k = 0; k < draws; k += 1) first += firstAt(batch, k, contender);
    wins[contender.alternative] = (wins[contender.alternative] ?? 0) + first;
  }
}

/** 1 where the alternative is first in that draw, a share of it where several are, 0 where another one is. */
function firstAt(
  { values, gains }: Batch,
  draw: number,
  { alternative, weights, rivals, baseScores }: Contender,
): number {
  const n = weights.length;
  const alternatives = rivals.length + 1;
  const start = draw * alternatives * n;
  const score = scoreFrom(values, start + alternative * n, weights);
  let equal = 1;
  for (let k = 0; k < rivals.length; k += 1) {
    const rival = rivals[k] ?? 0;
    if ((baseScores[k] ?? 0) + (gains[draw * alternatives + rival] ?? 0) < score) continue;
    const other = scoreFrom(values, start + rival * n, weights);
    if (other > score) return 0;
    if (other === score) equal += 1;
  }
  return 1 / equal;
}

/** Two sums at once: an addition need not wait for the one before. */
function scoreFrom(values: Float64Array, start: number, weights: Float64Array): number {
  const n = weights.length;
  let even = 0;
  let odd = 0;
  let j = 0;
  for (; j + 1 < n; j += 2) {
    even += (weights[j] ?? 0) * (values[start + j] ?? 0);
    odd += (weights[j + 1] ?? 0) * (values[start + j + 1] ?? 0);
  }
  if (j < n) even += (weights[j] ?? 0) * (values[start + j] ?? 0);
  return even + odd;
}
