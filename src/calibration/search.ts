import type { Observed, Problem } from "./fit.ts";
import { priorLoss, robustLoss } from "./loss.ts";
import { distanceOf, stepped, type Parameter, type Values } from "./parameters.ts";

/** Smallest step, in standard deviations of the prior. */
const SMALLEST_STEP = 0.02;
const GROW = 1.7;
const SHRINK = 0.4;
const LARGEST_RUN = 4;
/** Changes of a logarithm below this are rounding. */
const UNCHANGED = 1e-9;

export interface Position {
  parameter: Parameter;
  step: number;
  /** Indexes of the observations that the parameter may matter to. */
  rows: readonly number[];
  values: Values;
  /** Of all observations; those of `rows` are brought up to date. */
  logRatios: number[];
  strength: number;
}

/** One parameter's turn: steps up while that gains, or else down, and how far to step next time. */
export function search<O extends Observed>(
  { observations, predict }: Problem<O>,
  { parameter, step, rows, values: start, logRatios, strength }: Position,
): { values: Values; step: number; affected: readonly number[] } {
  const selected = rows.flatMap((index) => observations[index] ?? []);
  const lossOf = (ratios: readonly number[], candidate: Values): number =>
    selected.reduce(
      (sum, { weight }, index) => sum + weight * robustLoss(ratios[index] ?? 0),
      strength * priorLoss(distanceOf(parameter, candidate)),
    );
  const before: readonly number[] = rows.map((index) => logRatios[index] ?? 0);
  const affected = new Set<number>();
  let ratios = before;
  let values = start;
  let best = lossOf(ratios, values);
  let size = step;
  for (const direction of [1, -1]) {
    for (let run = 0; run < LARGEST_RUN; run += 1) {
      const candidate = stepped(parameter, values, direction * size);
      if (candidate === null) break;
      const tried = predict(selected, candidate);
      rows.forEach((row, index) => {
        if (Math.abs((tried[index] ?? 0) - (before[index] ?? 0)) > UNCHANGED) affected.add(row);
      });
      const loss = lossOf(tried, candidate);
      if (loss >= best) break;
      [best, ratios, values] = [loss, tried, candidate];
      size *= GROW;
    }
    if (values !== start) break;
  }
  rows.forEach((row, index) => {
    logRatios[row] = ratios[index] ?? 0;
  });
  const smallest = SMALLEST_STEP * parameter.spread;
  return {
    values,
    step: values === start ? Math.max(smallest, SHRINK * step) : size / GROW,
    affected: [...affected].toSorted((a, b) => a - b),
  };
}
