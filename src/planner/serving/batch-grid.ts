import type { ServingPoint } from "../../simulation/serving.ts";

/**
 * Batches that the planner looks at: the same ones for every chip, so that each decode step is lowered once for all of them. Whole
 * sequences, each at most a sixteenth above the one before.
 */
export const wholeBatches = grid((last) => last + Math.max(1, Math.floor(last / 16)));

/** Mean numbers of sequences in flight, each 2.9 % above the one before. */
export const meanBatches = grid((_, index) => 2 ** (index / 24));

/** From 1 to the first that is not below what is asked for; grows as it is asked. */
function grid(next: (last: number, index: number) => number): (most: number) => readonly number[] {
  const batches = [1];
  return (most) => {
    for (let last = batches.at(-1) ?? 1; last < most; last = batches.at(-1) ?? most) {
      batches.push(next(last, batches.length));
    }
    return batches;
  };
}

/** Index of the first batch that is not below `least`. */
export function firstAtLeast(batches: readonly number[], least: number): number {
  let from = 0;
  let to = batches.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((batches[middle] ?? least) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Where a figure that grows with the batch passes a level: the two points that are neighbours on the grid, `below` at or under the level
 * and `above` over it. Such figures grow about linearly with the batch, so the guess is drawn between the ends; halving in between
 * makes sure of progress.
 *
 * @param ends a point at or under the level, and one over it
 */
export function crossing(
  batches: readonly number[],
  ends: { below: ServingPoint; above: ServingPoint },
  pointAt: (batch: number) => ServingPoint,
  figure: (point: ServingPoint) => number,
  level: number,
): { below: ServingPoint; above: ServingPoint } {
  let { below, above } = ends;
  let figureBelow = figure(below);
  let figureAbove = figure(above);
  let low = firstAtLeast(batches, below.batch);
  let high = firstAtLeast(batches, above.batch);
  for (let round = 0; high - low > 1; round++) {
    const share = round % 2 === 0 ? (level - figureBelow) / (figureAbove - figureBelow) : 0.5;
    const guess = firstAtLeast(batches, below.batch + share * (above.batch - below.batch));
    const index = Math.min(high - 1, Math.max(low + 1, guess));
    const point = pointAt(batches[index] ?? 1);
    const value = figure(point);
    if (value <= level) {
      below = point;
      figureBelow = value;
      low = index;
    } else {
      above = point;
      figureAbove = value;
      high = index;
    }
  }
  return { below, above };
}
