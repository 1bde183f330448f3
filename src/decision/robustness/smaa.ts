import { confidenceFactors } from "./confidence.ts";
import { Generator } from "./generator.ts";
import { createTally, type SmaaTally } from "./smaa-tally.ts";
import type { UncertainTable } from "./uncertain-table.ts";
import { BATCH, drawAlternative, FIRST_ROW, rowsFor, startBatch } from "./draw-batch.ts";
import { valueDraws } from "./value-draws.ts";
import type { WeightSet } from "./weight-set.ts";
import { weightSampler, type WeightSampler } from "./weight-sampler.ts";

export interface SmaaOptions {
  /** Draws of weights and figures together. */
  readonly draws: number;
  /** Whole, 0 … 2³² − 1. */
  readonly seed: number;
  /** Whether to find the confidence factors, which cost as much again, and the ranking entropy; left out, yes. */
  readonly confidenceFactors?: boolean;
}

export interface SmaaResult extends SmaaTally, SmaaOptions {
  /** Share of draws of the figures in which the alternative is first at its central weights; null where it never is first or nobody drew. */
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
export function smaa(table: UncertainTable, set: WeightSet, options: SmaaOptions): SmaaResult {
  const { alternatives: m, criteria: n } = table;
  const { draws, seed } = options;
  const sampler = weightSampler(set, new Generator(seed));
  const figures = new Generator(seed ^ FIGURES_STREAM);
  const drawn = valueDraws(table, draws);
  const weight = new Float64Array(n);
  /** Criteria (weights), then alternatives (scores) in rows, draws in columns. */
  const rows = rowsFor(drawn, n + m);
  const weights = FIRST_ROW;
  const scores = weights + n * BATCH;
  const inFull = options.confidenceFactors !== false;
  const tally = createTally(m, n, BATCH, inFull);
  for (let done = 0; done < draws; done += BATCH) {
    const batch = Math.min(BATCH, draws - done);
    drawWeights(sampler, weight, rows, batch);
    rows.fill(0, scores);
    startBatch(drawn, figures);
    for (let i = 0; i < m; i += 1) {
      const to = scores + i * BATCH;
      drawAlternative(drawn, i, figures, { rows, weights, weightsStep: BATCH, to, toStep: 0 });
    }
    for (let k = 0; k < batch; k += 1) tally.add(rows, scores + k, weights + k);
    tally.endBatch();
  }
  const counted = tally.result(draws);
  const confidenceDraws = inFull ? drawsOfConfidence(table, draws) : 0;
  return {
    ...counted,
    ...options,
    confidence:
      confidenceDraws === 0
        ? counted.central.map(() => null)
        : confidenceFactors(drawn, counted.central, {
            draws: confidenceDraws,
            seed: seed ^ FIGURES_STREAM,
          }),
    confidenceDraws,
    weightsDrawn: sampler.how,
    standardError: 0.5 / Math.sqrt(draws),
  };
}

/** A batch of weights, draws in columns. Loops like this one are functions of their own, or V8 compiles all that surrounds them. */
function drawWeights(
  sampler: WeightSampler,
  weight: Float64Array,
  rows: Float64Array,
  batch: number,
): void {
  for (let k = 0; k < batch; k += 1) {
    sampler.draw(weight);
    for (let j = 0, to = FIRST_ROW + k; j < weight.length; j += 1, to += BATCH) {
      rows[to] = weight[j] ?? 0;
    }
  }
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
