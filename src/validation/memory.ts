/** Runs `work` once for each key and hands out the result from then on. */
export type Memory<T> = (key: string, work: () => T) => T;

export function memory<T>(): Memory<T> {
  const known = new Map<string, { result: T }>();
  return (key, work) => {
    const before = known.get(key);
    if (before) return before.result;
    const result = work();
    known.set(key, { result });
    return result;
  };
}
