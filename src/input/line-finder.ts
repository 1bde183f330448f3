import { isMapping } from "./mapping.ts";
import type { Path } from "./path.ts";
import type { SourceDocument } from "./source-document.ts";

/** Line of a path as reports write it (`demand.tasks[0].rate`); null when the file does not say it. */
export type LineOf = (path: string) => number | null;

/** Remembers what was asked: every candidate misses the same few limits. */
export function lineFinder(document: SourceDocument): LineOf {
  const known = new Map<string, number | null>();
  return (path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const steps = stepsOf(path);
    const line = exists(document.value, steps) ? document.spanOf(steps, "key").line : null;
    known.set(path, line);
    return line;
  };
}

function stepsOf(path: string): Path {
  return path
    .split(/\.|\[(\d+)\]/u)
    .filter((step) => step !== undefined && step !== "")
    .map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
}

function exists(root: unknown, steps: Path): boolean {
  let value = root;
  for (const step of steps) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isMapping(value) && Object.hasOwn(value, step)) value = value[step];
    else return false;
  }
  return value !== undefined && value !== null;
}
