/** A sequence by index, computing each item when somebody first gets there; undefined beyond its end. */
export function lazyList<T>(start: () => Iterator<T>): (index: number) => T | undefined {
  let source: Iterator<T> | null = null;
  const known: T[] = [];
  return (index) => {
    source ??= start();
    while (known.length <= index) {
      const next = source.next();
      if (next.done === true) return undefined;
      known.push(next.value);
    }
    return known[index];
  };
}
