import type { Path } from "./path.ts";

/**
 * Offset at which the value of a path starts in a well-formed JSON text, or that of its nearest ancestor. Reads only as far as it
 * must and builds no values, so that one fault in a megabyte costs milliseconds.
 */
export function locateJson(text: string, path: Path): number {
  let at = skipSpace(text, 0);
  for (const step of path) {
    const child = text[at] === "{" ? member(text, at, String(step)) : element(text, at, step);
    if (child === null) return at;
    at = child;
  }
  return at;
}

/** 1-based line and column of an offset. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

function member(text: string, open: number, key: string): number | null {
  let at = skipSpace(text, open + 1);
  while (text[at] === '"') {
    const end = skipString(text, at);
    const name: unknown = JSON.parse(text.slice(at, end));
    // Behind the key's colon.
    const value = skipSpace(text, skipSpace(text, end) + 1);
    if (name === key) return value;
    at = skipSpace(text, skipValue(text, value));
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return null;
}

function element(text: string, open: number, step: string | number): number | null {
  if (text[open] !== "[") return null;
  let at = skipSpace(text, open + 1);
  for (let index = 0; text[at] !== "]"; index += 1) {
    if (index === Number(step)) return at;
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/u.test(text.charAt(at))) at += 1;
  return at;
}

function skipString(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function skipValue(text: string, from: number): number {
  const first = text.charAt(from);
  if (first === '"') return skipString(text, from);
  if (first !== "{" && first !== "[") {
    let at = from;
    while (at < text.length && !/[\s,\]}]/u.test(text.charAt(at))) at += 1;
    return at;
  }
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') at = skipString(text, at) - 1;
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
