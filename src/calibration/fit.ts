import { robustLoss, priorLoss } from "./loss.ts";
import {
  distanceOf,
  extrapolated,
  rounded,
  valueOf,
  withValue,
  type Owner,
  type Parameter,
  type Values,
} from "./parameters.ts";
import { search } from "./search.ts";

/** A measurement as the fit sees it. */
export interface Observed {
  /** The family and the stack that its prediction depends on. */
  owners: readonly Owner[];
  weight: number;
}

/** Logarithms of predicted over measured, in the order of the observations. */
export type Predict<O> = (observations: readonly O[], values: Values) => readonly number[];

export interface Problem<O extends Observed> {
  observations: readonly O[];
  parameters: readonly Parameter[];
  predict: Predict<O>;
}

export interface FitOptions {
  /** Weight of one parameter's prior against one row. */
  strength: number;
  /** At most this many rounds over all parameters. */
  sweeps: number;
  onSweep?: (sweep: number, loss: number) => void;
}

interface Progress {
  parameter: Parameter;
  step: number;
  /** Observations that the parameter matters to, as far as the last look at all of its owner's showed. */
  rows: readonly number[];
}

export interface Fit {
  values: Values;
  loss: number;
  /** Parameters that at least one row depends on. */
  moved: ReadonlySet<Parameter>;
}

/**
 * Rounds that gain less than this share of the loss: after so many in a row, since steps shrink meanwhile, nothing more is to
 * be had.
 */
const SMALLEST_GAIN = 1e-3;
const PATIENCE = 2;
/** First step, in standard deviations of the prior. */
const FIRST_STEP = 0.5;
/** Which rows a parameter matters to is found out in the first round and again after so many. */
const LOOK_AGAIN = 4;
/** Parts and multiples of the last round's way that are tried beyond its end. */
const STRIDES = [0.25, 0.5, 1, 2, 4, 8];

/**
 * Pattern search (Hooke and Jeeves, J. ACM 1961) with a step per parameter that grows while it pays and shrinks when it does
 * not: minimises Σ weight · robustLoss(log ratio) + strength · Σ priorLoss. No derivatives, since padded tiles and the
 * maximum of a roofline have none; the same order every time, so the same result.
 *
 * @param start values of every owner that the observations name
 */
export function fit<O extends Observed>(
  problem: Problem<O>,
  start: Values,
  { strength, sweeps, onSweep }: FitOptions,
): Fit {
  const { observations, parameters, predict } = problem;
  const indexes = indexesByOwner(observations);
  const progress = parameters.map((parameter): Progress => {
    return { parameter, step: FIRST_STEP * parameter.spread, rows: [] };
  });
  const moved = new Set<Parameter>();
  let values = start;
  let idle = 0;
  let loss = totalLoss(problem, predict(observations, start), start, strength);
  for (let sweep = 1; sweep <= sweeps; sweep += 1) {
    const before = values;
    const logRatios = [...predict(observations, values)];
    const isLook = sweep % LOOK_AGAIN === 1;
    for (const own of progress) {
      const { parameter } = own;
      const rows = isLook ? (indexes.get(parameter.owner) ?? []) : own.rows;
      if (rows.length === 0) continue;
      const found = search(problem, { ...own, rows, values, logRatios, strength });
      values = found.values;
      own.step = found.step;
      if (isLook) own.rows = found.affected;
      if (found.affected.length > 0) moved.add(parameter);
    }
    const now = follow(before);
    onSweep?.(sweep, now);
    idle = loss - now < SMALLEST_GAIN * now ? idle + 1 : 0;
    loss = now;
    if (idle === PATIENCE) break;
  }
  return { values: roundedValues(values, parameters), loss, moved };

  /** Goes on the way that the round went, farther as long as that pays: narrow valleys bend little. */
  function follow(before: Values): number {
    const after = values;
    let best = totalLoss(problem, predict(observations, after), after, strength);
    for (const times of STRIDES) {
      const candidate = extrapolated(parameters, before, after, times);
      const tried = totalLoss(problem, predict(observations, candidate), candidate, strength);
      if (tried >= best) break;
      [best, values] = [tried, candidate];
    }
    return best;
  }
}

function totalLoss<O extends Observed>(
  { observations, parameters }: Problem<O>,
  logRatios: readonly number[],
  values: Values,
  strength: number,
): number {
  const priors = parameters.reduce(
    (sum, parameter) => sum + strength * priorLoss(distanceOf(parameter, values)),
    0,
  );
  return observations.reduce(
    (sum, { weight }, index) => sum + weight * robustLoss(logRatios[index] ?? 0),
    priors,
  );
}

function roundedValues(values: Values, parameters: readonly Parameter[]): Values {
  return parameters.reduce(
    (all, parameter) => withValue(all, parameter, rounded(valueOf(parameter, all))),
    values,
  );
}

function indexesByOwner(observations: readonly Observed[]): Map<Owner, number[]> {
  const indexes = new Map<Owner, number[]>();
  for (const [index, { owners }] of observations.entries()) {
    for (const owner of owners) {
      const found = indexes.get(owner);
      if (found) found.push(index);
      else indexes.set(owner, [index]);
    }
  }
  return indexes;
}
