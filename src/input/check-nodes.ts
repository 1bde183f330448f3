import { isAlias, isCollection, isMap, isScalar, isSeq } from "yaml";
import type { Alias, Document, Node } from "yaml";
import type { Code } from "./codes.ts";
import { isMergeKey } from "./source-document.ts";
import { didYouMean } from "./suggest.ts";

/** Something wrong with a node that the parser accepts; offsets into the text. */
export interface NodeFault {
  readonly code: Code;
  readonly range: readonly [number, number];
  readonly message: string;
  readonly help: string | null;
}

/**
 * Keys given twice, keys that are no words, aliases without an anchor before them or inside their own anchor, and
 * merges of something that is no mapping. One walk, linear in the size of the file (the parser's own check of keys
 * is quadratic).
 */
export function checkNodes(document: Document): NodeFault[] {
  const faults: NodeFault[] = [];
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();

  const checkAlias = (alias: Alias): void => {
    const target = anchors.get(alias.source);
    if (target === undefined) {
      const help = didYouMean(alias.source, [...anchors.keys()], "anchors before this line");
      faults.push(fault("CS1014", alias, `no anchor &${alias.source} before this alias`, help));
    } else if (open.has(target)) {
      const message = `*${alias.source} is inside the value that it repeats`;
      faults.push(fault("CS1016", alias, message, "a value cannot contain itself"));
    }
  };

  const checkMerge = (value: unknown): void => {
    for (const source of isSeq(value) ? value.items : [value]) {
      const target = isAlias(source) ? anchors.get(source.source) : source;
      if (target === undefined || isMap(target)) continue;
      const at = isAlias(source) || isScalar(source) || isCollection(source) ? source : null;
      faults.push(
        fault("CS1010", at, "only a mapping can be merged with <<", "merge an anchored mapping"),
      );
    }
  };

  const walk = (node: unknown): void => {
    if (isAlias(node)) return checkAlias(node);
    if (!isScalar(node) && !isCollection(node)) return;
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isScalar(node)) return;
    open.add(node);
    if (isMap(node)) {
      faults.push(...checkKeys(node.items.map((pair) => pair.key)));
      for (const pair of node.items) {
        walk(pair.value);
        if (isMergeKey(pair.key)) checkMerge(pair.value);
      }
    } else if (isSeq(node)) {
      node.items.forEach(walk);
    }
    open.delete(node);
  };

  walk(document.contents);
  return faults;
}

function checkKeys(keys: readonly unknown[]): NodeFault[] {
  const faults: NodeFault[] = [];
  const seen = new Set<string>();
  for (const key of keys) {
    if (!isScalar(key)) {
      const node = isCollection(key) || isAlias(key) ? key : null;
      faults.push(fault("CS1019", node, "a key must be a plain word", null));
      continue;
    }
    const name = String(key.value);
    if (seen.has(name) && !isMergeKey(key)) {
      faults.push(fault("CS1012", key, `the key "${name}" is given twice`, "keep one of them"));
    }
    seen.add(name);
  }
  return faults;
}

function fault(code: Code, node: Node | null, message: string, help: string | null): NodeFault {
  return { code, range: [node?.range?.[0] ?? 0, node?.range?.[1] ?? 0], message, help };
}
