import { isMapping } from "../mapping.ts";
import { didYouMean } from "../suggest.ts";
import { report, type Fields } from "../workload/context.ts";
import type { MatrixContext } from "./matrix-context.ts";
import type { Asked } from "./matrix-types.ts";

/** Methods or weighings by name; null when the list is left out. */
export function askedAt(
  context: MatrixContext,
  fields: Fields,
  key: string,
  known: ReadonlyMap<string, readonly string[]>,
): Asked[] | null {
  const list = fields.values[key];
  if (!Array.isArray(list)) return null;
  return (list as unknown[]).flatMap((entry, index): Asked[] => {
    const path = [...fields.path, key, index];
    const { method: id, ...options } = isMapping(entry) ? entry : { method: entry };
    if (typeof id !== "string") return [];
    const reads = known.get(id);
    if (reads === undefined) {
      const at = isMapping(entry) ? [...path, "method"] : path;
      const names = [...known.keys()];
      const help = didYouMean(id, names) ?? `valid: ${names.join(", ")}`;
      report(context, at, { code: "CS1607", message: `there is no method "${id}"`, help });
      return [];
    }
    for (const option of Object.keys(options)) {
      if (reads.includes(option)) continue;
      const help = reads.length === 0 ? "it has no options" : `it reads ${reads.join(", ")}`;
      const message = `${id} does not read "${option}"`;
      report(context, [...path, option], { code: "CS1607", message, help, part: "key" });
    }
    return [{ id, options }];
  });
}
