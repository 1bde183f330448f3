import { countBefore } from "../../units/ascending.ts";
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

/** A figure that grows with the batch, and what it grows with about linearly: where it reaches a level can be guessed well. */
export interface Figure {
  of: (point: ServingPoint) => number;
  axis: (batch: number) => number;
  /** The batch at a place on the axis. */
  batchAt: (place: number) => number;
}

/**
 * Where a figure passes a level: the two points that are neighbours on the grid, `below` at or under the level and `above` over it.
 * In turn a guess on the line between the ends, the guess's neighbour beyond which the answer lies if the guess was good, and
 * the middle, which makes sure of progress.
 *
 * @param ends a point at or under the level, and one over it
 */
export function crossing(
  batches: readonly number[],
  ends: { below: ServingPoint; above: ServingPoint },
  pointAt: (batch: number) => ServingPoint,
  { of, axis, batchAt }: Figure,
  level: number,
): { below: ServingPoint; above: ServingPoint } {
  let { below, above } = ends;
  let low = countBefore(batches, below.batch, false);
  let high = countBefore(batches, above.batch, false);
  let tried = low;
  for (let round = 0; high - low > 1; round++) {
    let index = (low + high) >> 1;
    if (round % 3 === 0) {
      const share = (level - of(below)) / (of(above) - of(below));
      const from = axis(below.batch);
      index = countBefore(batches, batchAt(from + share * (axis(above.batch) - from)), false);
    } else if (round % 3 === 1) {
      index = tried === low ? low + 1 : high - 1;
    }
    tried = Math.min(high - 1, Math.max(low + 1, index));
    const point = pointAt(batches[tried] ?? 1);
    if (of(point) <= level) {
      below = point;
      low = tried;
    } else {
      above = point;
      high = tried;
    }
  }
  return { below, above };
}
