import { isAlias, isCollection, isMap, isPair, isScalar, isSeq } from "yaml";
import type { Alias, Document, LineCounter, Node, Pair, YAMLMap } from "yaml";
import type { Diagnostic } from "./diagnostic.ts";
import { formatPath } from "./path.ts";
import type { Path } from "./path.ts";

/** Where a value or its key stands, 1-based; the end is exclusive and on the same line. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** A file that a person wrote: its values, and where each of them stands. */
export interface SourceDocument {
  readonly file: string;
  readonly text: string;
  /** Plain JSON value, aliases and merges resolved. */
  readonly value: unknown;
  /**
   * Span of the value at `path`, or of its key. A block of several lines is shown by its key; a place that does not
   * exist by its nearest ancestor; a value that came through an alias or a merge where it is written.
   */
  readonly spanOf: (path: Path, part?: "key" | "value") => Span;
}

/** A diagnostic at a place in a document. */
export function diagnosticAt(
  document: SourceDocument,
  path: Path,
  said: Pick<Diagnostic, "code" | "message" | "help"> & Partial<Pick<Diagnostic, "severity">>,
  part: "key" | "value" = "value",
): Diagnostic {
  const { severity = "error", ...rest } = said;
  return {
    ...rest,
    severity,
    file: document.file,
    ...document.spanOf(path, part),
    path: formatPath(path),
  };
}

/** Span of `[start, end)` offsets, cut at the end of its first line and at least one character wide. */
export function spanOfOffsets(
  text: string,
  lineCounter: LineCounter,
  start: number,
  end: number,
): Span {
  const { line, col } = lineCounter.linePos(Math.min(start, text.length));
  const written = text.slice(start, end).split(/[\r\n]/, 1)[0] ?? "";
  const width = Math.max(1, written.trimEnd().length);
  const column = Math.max(1, col);
  return { line: Math.max(1, line), column, endColumn: column + width };
}

/** Finds the spans of a parsed document. */
export function spanFinder(
  text: string,
  lineCounter: LineCounter,
  document: Document,
): SourceDocument["spanOf"] {
  const span = (node: Node): Span =>
    spanOfOffsets(text, lineCounter, node.range?.[0] ?? 0, node.range?.[1] ?? 0);
  return (path, part = "value") => {
    let node: Node | null = document.contents;
    let key: Node | null = null;
    for (const step of path) {
      const child = childOf(node, step, document);
      if (child === null) return span(shownNode(node, key) ?? firstNode(document));
      key = child.key;
      node = child.value;
    }
    if (part === "key" && key !== null) return span(key);
    return span(shownNode(node, key) ?? firstNode(document));
  };
}

interface Child {
  key: Node | null;
  value: Node | null;
}

function childOf(parent: Node | null, step: string | number, document: Document): Child | null {
  const node = isAlias(parent) ? resolved(parent, document) : parent;
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNodeLike(item) ? { key: null, value: item } : null;
  }
  if (!isMap(node)) return null;
  const pair = pairOf(node, String(step), document);
  if (pair === null) return null;
  return {
    key: isNodeLike(pair.key) ? pair.key : null,
    value: isNodeLike(pair.value) ? pair.value : null,
  };
}

/** The pair with that key, else the one that a merge (`<<`) brings in. */
function pairOf(map: YAMLMap, key: string, document: Document): Pair | null {
  const own = ownPairs(map).get(key);
  if (own !== undefined) return own;
  for (const pair of map.items) {
    if (!isMergeKey(pair.key)) continue;
    const sources = isSeq(pair.value) ? pair.value.items : [pair.value];
    for (const source of sources) {
      const merged = isAlias(source) ? resolved(source, document) : source;
      const found = isMap(merged) ? pairOf(merged, key, document) : null;
      if (found !== null) return found;
    }
  }
  return null;
}

const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** Kept, so that the places of many faults in one large mapping are not each found by a walk through it. */
function ownPairs(map: YAMLMap): ReadonlyMap<string, Pair> {
  const kept = PAIRS.get(map);
  if (kept !== undefined) return kept;
  const pairs = new Map<string, Pair>();
  for (const pair of map.items) if (isScalar(pair.key)) pairs.set(String(pair.key.value), pair);
  PAIRS.set(map, pairs);
  return pairs;
}

/** The parser turns a plain `<<` into a symbol. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && typeof key.value === "symbol";
}

function resolved(alias: Alias, document: Document): Node | null {
  return alias.resolve(document) ?? null;
}

/** What to underline: the node when it is on one line; a block's key, or the first key inside it. */
function shownNode(node: Node | null, key: Node | null): Node | null {
  if (!isCollection(node) || node.flow === true) {
    const implicit = node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
    return implicit ? (key ?? node) : node;
  }
  if (key !== null) return key;
  const [first] = node.items;
  if (isPair(first) && isNodeLike(first.key)) return first.key;
  return isNodeLike(first) ? first : node;
}

function firstNode(document: Document): Node {
  return shownNode(document.contents, null) ?? document.createNode(null);
}

function isNodeLike(value: unknown): value is Node {
  return isScalar(value) || isCollection(value) || isAlias(value);
}
