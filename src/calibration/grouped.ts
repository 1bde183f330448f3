/** Groups in the order of their keys. */
export function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
