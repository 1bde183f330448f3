import { isMapping, type Mapping } from "../input/mapping.ts";
import type { Path } from "../input/path.ts";

/** Value at a place of a plain document; undefined where there is none. */
export function valueAt(document: unknown, path: Path): unknown {
  let value = document;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isMapping(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** The document with `value` at the place; mappings on the way are made, the order of keys stays. */
export function withValue(document: Mapping, path: Path, value: unknown): Mapping {
  const [step, ...rest] = path;
  if (step === undefined) return isMapping(value) ? value : document;
  const own = Object.hasOwn(document, step) ? document[step] : undefined;
  return { ...document, [step]: below(own, rest, value) };
}

function below(own: unknown, rest: Path, value: unknown): unknown {
  const [step, ...further] = rest;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const items: readonly unknown[] = Array.isArray(own) ? own : [];
    const index = Math.min(step, items.length);
    return [
      ...items.slice(0, index),
      below(items[index], further, value),
      ...items.slice(index + 1),
    ];
  }
  return withValue(isMapping(own) ? own : {}, rest, value);
}

/** The document without the value at the place. Mappings that this empties go too. */
export function withoutValue(document: Mapping, path: Path): Mapping {
  const parentPath = path.slice(0, -1);
  const last = path.at(-1);
  const parent = valueAt(document, parentPath);
  if (last === undefined || !isMapping(parent) || !Object.hasOwn(parent, last)) return document;
  const kept = Object.fromEntries(Object.entries(parent).filter(([key]) => key !== String(last)));
  if (Object.keys(kept).length === 0 && parentPath.length > 0) {
    return withoutValue(document, parentPath);
  }
  return withValue(document, parentPath, kept);
}

/** `demand.tasks[0].rate` as a path; null when it is not spelled like one. */
export function parsePath(text: string): Path | null {
  if (!/^[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*|\[\d{1,4}\])*$/u.test(text)) return null;
  return [...text.matchAll(/([A-Za-z][\w-]*)|\[(\d+)\]/gu)].map(([, key, index]) =>
    key === undefined ? Number(index) : key,
  );
}

/** Whether two plain values read the same, whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  if (isMapping(a) && isMapping(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
    );
  }
  return a === b;
}
