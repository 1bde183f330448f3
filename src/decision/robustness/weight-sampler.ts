import { groupBy } from "../../units/group-by.ts";
import type { Generator } from "./generator.ts";
import { hitAndRun } from "./hit-and-run.ts";
import { tightened, type WeightSet } from "./weight-set.ts";

/** Fills `into` with the next weights, which add up to 1. */
export type DrawWeights = (into: Float64Array) => void;

export interface WeightSampler {
  readonly draw: DrawWeights;
  /** How the weights are drawn, for the report. */
  readonly how: "fixed" | "simplex" | "sorted simplex" | "rejection" | "hit-and-run";
}

/** Trials of a proposal, and the share that must be accepted for it to be used. */
const TRIALS = 2000;
const LEAST_ACCEPTED = 1 / 100;

/**
 * Draws uniformly from a set of weights. The simplex is drawn by normalised exponentials, a full order by sorting such a
 * draw (T. Tervonen & R. Lahdelma, EJOR 178(2), 2007); with intervals the better of two proposals that are uniform on a
 * simplex around the set is cut down by rejection, which is exact; where hardly any proposal would be accepted, a walk
 * (hit-and-run) takes over, whose distribution tends to the uniform one.
 *
 * @param set not empty
 */
export function weightSampler(set: WeightSet, generator: Generator): WeightSampler {
  const tight = tightened(set);
  const free = tight.lowest.flatMap((end, j) => ((tight.highest[j] ?? 1) - end > 1e-12 ? [j] : []));
  if (free.length < 2) return { draw: (into) => fill(into, tight, free), how: "fixed" };
  const fixed = set.lowest.length > free.length;
  const isOrder = set.atLeast.every(([, , times]) => times === 1);
  if (!fixed && isOrder && isWholeSimplex(set)) {
    const draw = simplex(free, generator);
    return set.atLeast.length === 0
      ? { draw: (into) => draw(into, 1), how: "simplex" }
      : sortedOrRejected(set, tight, free, generator);
  }
  return rejected(proposals(tight, free, generator), tight, free, generator);
}

function sortedOrRejected(
  set: WeightSet,
  tight: WeightSet,
  free: readonly number[],
  generator: Generator,
): WeightSampler {
  const groups = groupOrder(set);
  if (groups === null) return rejected(proposals(tight, free, generator), tight, free, generator);
  const sorted = new Float64Array(set.lowest.length);
  const draw = simplex(free, generator);
  return {
    how: "sorted simplex",
    draw(into) {
      draw(sorted, 1);
      sorted.sort();
      let place = sorted.length;
      for (const group of groups) {
        // Every order inside a group takes up the same part of the set.
        shuffle(group, generator);
        for (const criterion of group) into[criterion] = sorted[(place -= 1)] ?? 0;
      }
    },
  };
}

/** Fisher and Yates, in place. */
function shuffle(group: number[], generator: Generator): void {
  for (let last = group.length - 1; last > 0; last -= 1) {
    const other = Math.min(last, Math.floor(generator.uniform() * (last + 1)));
    [group[last], group[other]] = [group[other] ?? 0, group[last] ?? 0];
  }
}

/** Groups of criteria from the heaviest to the lightest where the pairs order the groups and nothing inside them; null where they do not. */
function groupOrder({ lowest, atLeast }: WeightSet): number[][] | null {
  const below = lowest.map((_, a) => {
    const reached = new Set<number>();
    const visit = (from: number): void => {
      for (const [heavy, light] of atLeast) {
        if (heavy !== from || reached.has(light)) continue;
        reached.add(light);
        visit(light);
      }
    };
    visit(a);
    return reached.size;
  });
  const indices = below.map((_, j) => j);
  const groups = [...groupBy(indices, (j) => below[j] ?? 0)]
    .toSorted(([a], [b]) => b - a)
    .map(([, group]) => [...group]);
  let left = below.length;
  const isOrdered = groups.every((group) => {
    left -= group.length;
    return group.every((j) => below[j] === left);
  });
  return isOrdered ? groups : null;
}

function isWholeSimplex({ lowest, highest }: WeightSet): boolean {
  return lowest.every((end) => end === 0) && highest.every((end) => end === 1);
}

/** Two simplices that hold the whole set: all weights at least the lowest ends, all at most the highest. */
function proposals(
  { lowest, highest }: WeightSet,
  free: readonly number[],
  generator: Generator,
): DrawWeights[] {
  const above = (ends: readonly number[], sign: 1 | -1): DrawWeights => {
    const spread = sign * (1 - ends.reduce((all, end) => all + end, 0));
    const draw = simplex(free, generator);
    return (into) => {
      into.set(lowest);
      draw(into, Math.max(0, spread));
      for (const j of free) into[j] = (ends[j] ?? 0) + sign * (into[j] ?? 0);
    };
  };
  return [above(lowest, 1), above(highest, -1)];
}

function rejected(
  candidates: readonly DrawWeights[],
  tight: WeightSet,
  free: readonly number[],
  generator: Generator,
): WeightSampler {
  const trial = new Float64Array(tight.lowest.length);
  const accepted = candidates.map((draw) => {
    let count = 0;
    for (let k = 0; k < TRIALS; k += 1) {
      draw(trial);
      if (belongs(trial, tight)) count += 1;
    }
    return count / TRIALS;
  });
  const best = Math.max(...accepted);
  const propose = candidates[accepted.indexOf(best)];
  if (propose === undefined || best < LEAST_ACCEPTED) {
    return { draw: hitAndRun(tight, free, generator), how: "hit-and-run" };
  }
  return {
    how: "rejection",
    draw(into) {
      do propose(into);
      while (!belongs(into, tight));
    },
  };
}

function belongs(weights: Float64Array, { lowest, highest, atLeast }: WeightSet): boolean {
  for (let j = 0; j < weights.length; j += 1) {
    const weight = weights[j] ?? 0;
    if (weight < (lowest[j] ?? 0) - 1e-12 || weight > (highest[j] ?? 1) + 1e-12) return false;
  }
  return atLeast.every(([a, b, times]) => (weights[a] ?? 0) >= times * (weights[b] ?? 0) - 1e-12);
}

/** Normalised exponentials: uniform on the weights of `free` that add up to `total`. */
function simplex(
  free: readonly number[],
  generator: Generator,
): (into: Float64Array, total: number) => void {
  const places = Int32Array.from(free);
  const numbers = new Int32Array(free.length);
  return (into, total) => {
    generator.writeTo(numbers);
    let sum = 0;
    for (let k = 0; k < places.length; k += 1) {
      const draw = -Math.log(((numbers[k] ?? 0) >>> 0) * 2 ** -32 + 2 ** -33);
      into[places[k] ?? 0] = draw;
      sum += draw;
    }
    const scale = total / sum;
    for (let k = 0; k < places.length; k += 1) {
      const j = places[k] ?? 0;
      into[j] = (into[j] ?? 0) * scale;
    }
  };
}

/** All weights are known, or all but one, which is what is left. */
function fill(into: Float64Array, { lowest }: WeightSet, free: readonly number[]): void {
  into.set(lowest);
  const [one] = free;
  if (one === undefined) return;
  const others = lowest.reduce((all, weight, j) => (j === one ? all : all + weight), 0);
  into[one] = 1 - others;
}
