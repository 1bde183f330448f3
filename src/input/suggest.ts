import { nearest } from "../units/nearest.ts";

/** Longer lists are not printed whole. */
const LONGEST_LIST = 12;
/** The same where no name is near, so that the list is all the help there is. */
const LONGEST_LIST_ALONE = 24;

/**
 * Help for a name that does not exist: `did you mean "a" or "b"?`, and the valid names when there are few.
 * Null when nothing is near and the list is long.
 */
export function didYouMean(
  word: string,
  candidates: readonly string[],
  listed = "valid",
): string | null {
  const likely = nearest(word, candidates);
  const question = likely.length > 0 ? `did you mean ${alternatives(likely)}?` : null;
  const longest = question === null ? LONGEST_LIST_ALONE : LONGEST_LIST;
  const list =
    candidates.length > 0 && candidates.length <= longest
      ? `${listed}: ${candidates.join(", ")}`
      : null;
  return [question, list].filter((text) => text !== null).join(" ") || null;
}

/** `"a"`, `"a" or "b"`, `"a", "b" or "c"`. */
function alternatives(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`;
}
