/**
 * How many numbers of an ascending list come before a bound, by halving.
 *
 * @param inclusive whether those that equal the bound count too
 */
export function countBefore(
  ascending: readonly number[],
  bound: number,
  inclusive: boolean,
): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const value = ascending[middle] ?? Number.POSITIVE_INFINITY;
    if (value < bound || (inclusive && value === bound)) from = middle + 1;
    else to = middle;
  }
  return from;
}
