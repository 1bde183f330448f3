import { isMapping } from "../../input/mapping.ts";
import type { SourceDocument } from "../../input/source-document.ts";

/** What the file itself says at a place; undefined where it says nothing and inherits or estimates the figure. */
export function writtenAt({ value }: SourceDocument, path: readonly string[]): unknown {
  return path.reduce<unknown>((node, key) => (isMapping(node) ? node[key] : undefined), value);
}
