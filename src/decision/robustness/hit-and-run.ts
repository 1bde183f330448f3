import type { Generator } from "./generator.ts";
import { fillNormals } from "./normal.ts";
import type { DrawWeights } from "./weight-sampler.ts";
import type { WeightSet } from "./weight-set.ts";

/** Steps before the first draw, and between draws, each per free weight. */
const STEPS_TO_START = 200;
const STEPS_BETWEEN = 5;

/**
 * A walk inside a convex set of weights: from the present point along a random direction that keeps the sum, to a uniform
 * point of the chord (R. L. Smith, Operations Research 32(6), 1984). For weights: T. Tervonen, G. van Valkenhoef, N. Bastürk &
 * D. Postmus, EJOR 224(3), 2013.
 *
 * @param set tightened and not empty
 * @param free criteria whose weight is not fixed
 */
export function hitAndRun(
  set: WeightSet,
  free: readonly number[],
  generator: Generator,
): DrawWeights {
  const at = interiorPoint(set, free);
  const direction = new Float64Array(at.length);
  const moves = new Set(free);
  const rateOf = (j: number): number => (moves.has(j) ? (direction[j] ?? 0) : 0);
  const step = (): void => {
    fillNormals(direction, generator);
    let mean = 0;
    for (const j of free) mean += (direction[j] ?? 0) / free.length;
    for (const j of free) direction[j] = (direction[j] ?? 0) - mean;
    let back = -Infinity;
    let forth = Infinity;
    const limit = (room: number, rate: number): void => {
      // The step t must keep room + t · rate ≥ 0.
      if (rate > 0) back = Math.max(back, -Math.max(0, room) / rate);
      else if (rate < 0) forth = Math.min(forth, Math.max(0, room) / -rate);
    };
    for (const j of free) {
      const rate = direction[j] ?? 0;
      limit((at[j] ?? 0) - (set.lowest[j] ?? 0), rate);
      limit((set.highest[j] ?? 1) - (at[j] ?? 0), -rate);
    }
    for (const [a, b, times] of set.atLeast) {
      // A fixed weight does not move, whatever was drawn for it.
      limit((at[a] ?? 0) - times * (at[b] ?? 0), rateOf(a) - times * rateOf(b));
    }
    if (!(forth > back)) return;
    const t = back + generator.uniform() * (forth - back);
    for (const j of free) at[j] = (at[j] ?? 0) + t * (direction[j] ?? 0);
  };
  const walk = (steps: number): void => {
    for (let k = 0; k < steps; k += 1) step();
  };
  walk(STEPS_TO_START * free.length);
  return (into) => {
    walk(STEPS_BETWEEN * free.length);
    into.set(at);
  };
}

/**
 * A point off every side of the set: w = lowest + τ^p (highest − lowest), with a smaller power p for those higher in the
 * order, so that no two of them are equal; bisection finds the τ with sum 1. Ratios that hold both ways have no higher one: there the
 * powers are the same, and the walk starts on a side of the set, which it leaves.
 */
function interiorPoint(
  { lowest, highest, atLeast }: WeightSet,
  free: readonly number[],
): Float64Array {
  const depth = lowest.map(() => 0);
  const order = atLeast.every(([, , times]) => times === 1) ? atLeast : [];
  for (let pass = 0; pass < lowest.length; pass += 1) {
    for (const [a, b] of order) depth[b] = Math.max(depth[b] ?? 0, (depth[a] ?? 0) + 1);
  }
  const point = Float64Array.from(lowest);
  const place = (tau: number): number => {
    for (const j of free) {
      const power = 1 + (depth[j] ?? 0) / lowest.length;
      point[j] = (lowest[j] ?? 0) + tau ** power * ((highest[j] ?? 1) - (lowest[j] ?? 0));
    }
    return point.reduce((all, weight) => all + weight, 0);
  };
  let low = 0;
  let high = 1;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (place(middle) < 1) low = middle;
    else high = middle;
  }
  place((low + high) / 2);
  return point;
}
