import { singleLine } from "../table-text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text from files for an element or a quoted attribute: one line, without control characters, nothing in it is markup. */
export function escaped(text: string): string {
  return singleLine(text).replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? "");
}

/** Prose, in which backticks mark what a reader may type. */
export function prose(text: string): string {
  return escaped(text).replaceAll(/`([^`]+)`/gu, "<code>$1</code>");
}

/**
 * JSON for a data block: no `<` that could end the block, no U+2028 or U+2029, which older readers of JavaScript take for
 * line ends, and no control of direction, which would show a reader of the source other text than is there. The escapes
 * are JSON's own, so that any parser gives the same value.
 */
export function dataBlock(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[<\u2028-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}
