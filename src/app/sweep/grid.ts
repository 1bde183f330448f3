/**
 * The points of a grid in their order: the last axis varies fastest, as digits of a number do. A place on each axis for an index,
 * and the work of any number of points, without walking the grid.
 */
export interface Grid {
  /** Values on each axis. */
  sizes: readonly number[];
  points: number;
}

export function gridOf(sizes: readonly number[]): Grid {
  return { sizes, points: sizes.reduce((product, size) => product * size, 1) };
}

/** The place on each axis of one point. */
export function coordinates({ sizes }: Grid, index: number): number[] {
  const places: number[] = [];
  let rest = index;
  for (const size of sizes.toReversed()) {
    places.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return places;
}

/**
 * Where to cut the grid so that the points before the cut carry `share` (0..1) of the work. Work of a point = product of the work
 * factors of its values, so the sum over any beginning of the grid follows from sums over the axes (no walk over 10⁹ points).
 *
 * @param factors relative work of each value of each axis, above zero
 */
function cutAt(grid: Grid, factors: readonly (readonly number[])[], share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return grid.points;
  const sums = factors.map((axis) => axis.reduce((sum, factor) => sum + factor, 0));
  let left = share * product(sums);
  let index = 0;
  let above = 1;
  for (const [position, axis] of factors.entries()) {
    const below = product(sums.slice(position + 1)) * above;
    const pointsBelow = product(grid.sizes.slice(position + 1));
    let place = 0;
    while (place < axis.length - 1 && left >= (axis[place] ?? 0) * below) {
      left -= (axis[place] ?? 0) * below;
      place += 1;
    }
    index += place * pointsBelow;
    above *= axis[place] ?? 0;
  }
  // The cut falls inside a point, which goes to the side that has most of it.
  return Math.min(grid.points, left > above / 2 ? index + 1 : index);
}

/** Half-open range of points of part `part` of `of` (1-based), each with about the same work. */
export function shardRange(
  grid: Grid,
  factors: readonly (readonly number[])[],
  { part, of }: { part: number; of: number },
): { from: number; to: number } {
  return {
    from: cutAt(grid, factors, (part - 1) / of),
    to: cutAt(grid, factors, part / of),
  };
}

function product(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum * number, 1);
}
