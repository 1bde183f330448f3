import { isMapping } from "../../input/mapping.ts";
import { formatPath, type Path } from "../../input/path.ts";
import type { PlaceChange } from "../../report/compare/types.ts";

/** Every place at which two plain values differ, in the order of `b`; entries of lists with an id are matched by it. */
export function differences(a: unknown, b: unknown, path: Path = []): PlaceChange[] {
  if (isMapping(a) && isMapping(b)) {
    const keys = new Set([...Object.keys(b), ...Object.keys(a)]);
    return [...keys].flatMap((key) => differences(a[key], b[key], [...path, key]));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    const before = byId(a);
    const after = byId(b);
    if (before !== null && after !== null) return differences(before, after, path);
  }
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  return [{ path: formatPath(path), a: a ?? null, b: b ?? null }];
}

/** Null when the entries do not all have an id of their own. */
function byId(list: readonly unknown[]): Record<string, unknown> | null {
  const entries: [string, unknown][] = [];
  for (const entry of list) {
    const id = isMapping(entry) ? entry["id"] : undefined;
    if (typeof id !== "string") return null;
    entries.push([id, entry]);
  }
  const found = Object.fromEntries(entries);
  return entries.length > 0 && Object.keys(found).length === entries.length ? found : null;
}
