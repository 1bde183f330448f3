import { Generator } from "./generator.ts";
import { createTally, type SmaaTally } from "./smaa-tally.ts";
import type { UncertainTable } from "./uncertain-table.ts";
import { valueDraws, type ValueDraws } from "./value-draws.ts";
import type { WeightSet } from "./weight-set.ts";
import { weightSampler, type WeightSampler } from "./weight-sampler.ts";

export interface SmaaOptions {
  /** Draws of weights and figures together. */
  readonly draws: number;
  /** Whole, 0 … 2³² − 1. */
  readonly seed: number;
}

export interface SmaaResult extends SmaaTally, SmaaOptions {
  /** Share of draws of the figures in which the alternative is first at its central weights; null where it never is first. */
  readonly confidence: readonly (number | null)[];
  /** Draws of the figures that the confidence factors rest on. */
  readonly confidenceDraws: number;
  readonly weightsDrawn: WeightSampler["how"];
  /** Largest standard error of an acceptability index: half of 1/√draws (binomial). */
  readonly standardError: number;
}

/** Sets the figures' stream of random numbers apart from that of the weights. */
const FIGURES_STREAM = 0x5eed;

/**
 * Stochastic multicriteria acceptability analysis: R. Lahdelma & P. Salminen, SMAA-2, Operations Research 49(3), 2001, with the
 * additive value model; formulas of the indices in T. Tervonen & R. Lahdelma, EJOR 178(2), 2007.
 */
export function smaa(table: UncertainTable, weights: WeightSet, options: SmaaOptions): SmaaResult {
  const { alternatives: m, criteria: n } = table;
  const { draws, seed } = options;
  const sampler = weightSampler(weights, new Generator(seed));
  const figures = new Generator(seed ^ FIGURES_STREAM);
  const drawn = valueDraws(table);
  const values = drawn.base.slice();
  const weight = new Float64Array(n);
  const scores = new Float64Array(m);
  const tally = createTally(m, n);
  for (let draw = 0; draw < draws; draw += 1) {
    sampler.draw(weight);
    drawn.draw(values, figures);
    scoreAll(values, weight, scores);
    tally.add(scores, weight);
  }
  const counted = tally.result(draws);
  const confidenceDraws = drawsOfConfidence(table, draws);
  return {
    ...counted,
    ...options,
    confidence: confidenceFactors(drawn, counted.central, {
      draws: confidenceDraws,
      seed: seed ^ FIGURES_STREAM,
    }),
    confidenceDraws,
    weightsDrawn: sampler.how,
    standardError: 0.5 / Math.sqrt(draws),
  };
}

/**
 * Confidence factors are shares of fewer draws where the table is large, so that they do not take longer than all the rest:
 * cells × draws stay below this number, but never under 2000 draws (a standard error of 0.011 at most).
 */
const CELLS_DRAWN = 2e6;
const FEWEST_DRAWS = 2000;

function drawsOfConfidence({ alternatives, criteria }: UncertainTable, draws: number): number {
  const affordable = Math.floor(CELLS_DRAWN / (alternatives * criteria));
  return Math.min(draws, Math.max(FEWEST_DRAWS, affordable));
}

/** The first draws of the figures again, each alternative at its own central weights. */
function confidenceFactors(
  drawn: ValueDraws,
  central: SmaaTally["central"],
  { draws, seed }: SmaaOptions,
): (number | null)[] {
  const contenders = central.flatMap((own, i) => {
    if (own === null) return [];
    const weights = Float64Array.from(own);
    return [{ i, weights, rivals: strongest(drawn.base, weights, central.length, i) }];
  });
  const rounds = drawn.uncertainCells === 0 ? 1 : draws;
  const generator = new Generator(seed);
  const values = drawn.base.slice();
  const wins = new Float64Array(central.length);
  for (let draw = 0; draw < rounds; draw += 1) {
    drawn.draw(values, generator);
    for (const { i, weights, rivals } of contenders) {
      wins[i] = (wins[i] ?? 0) + firstAt(values, weights, i, rivals);
    }
  }
  return central.map((own, i) => (own === null ? null : (wins[i] ?? 0) / rounds));
}

/** The others, those first that score most at these weights: they beat a loser soonest. */
function strongest(
  values: Float64Array,
  weights: Float64Array,
  alternatives: number,
  except: number,
): Int32Array {
  const scores = Array.from({ length: alternatives }, (_, i) => scoreOf(values, weights, i));
  const others = scores.map((_, i) => i).filter((i) => i !== except);
  return Int32Array.from(others.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b));
}

/** 1 where the alternative is first, a share of it where several are, 0 where another one is. */
function firstAt(
  values: Float64Array,
  weights: Float64Array,
  alternative: number,
  rivals: Int32Array,
): number {
  const score = scoreOf(values, weights, alternative);
  let equal = 1;
  for (let k = 0; k < rivals.length; k += 1) {
    const other = scoreOf(values, weights, rivals[k] ?? 0);
    if (other > score) return 0;
    if (other === score) equal += 1;
  }
  return 1 / equal;
}

function scoreAll(values: Float64Array, weights: Float64Array, into: Float64Array): void {
  for (let i = 0; i < into.length; i += 1) into[i] = scoreOf(values, weights, i);
}

/** Two sums at once: an addition need not wait for the one before. */
function scoreOf(values: Float64Array, weights: Float64Array, alternative: number): number {
  const n = weights.length;
  const start = alternative * n;
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
