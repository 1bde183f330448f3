/** The name as the list spells it: an exact match, else one that differs only in case; null when there is none. */
export function spelling(written: string, names: readonly string[]): string | null {
  if (names.includes(written)) return written;
  const lower = written.trim().toLowerCase();
  return names.find((name) => name.toLowerCase() === lower) ?? null;
}
