/** Whole divisors of `value` up to `limit`, ascending. */
export function divisors(value: number, limit = value): readonly number[] {
  const small: number[] = [];
  const large: number[] = [];
  for (let divisor = 1; divisor * divisor <= value; divisor++) {
    if (value % divisor !== 0) continue;
    if (divisor <= limit) small.push(divisor);
    const other = value / divisor;
    if (other !== divisor && other <= limit) large.push(other);
  }
  return [...small, ...large.toReversed()];
}
