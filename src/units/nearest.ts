/**
 * Restricted Damerau–Levenshtein distance (Damerau, CACM 1964): insertions, deletions, substitutions and swaps of
 * neighbours, each one step.
 */
export function editDistance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) {
        best = Math.min(best, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** Longest word that is compared; a longer one is no misspelling, and comparing it would cost time. */
const LONGEST_WORD = 80;

/**
 * The candidates that `word` most likely misspells, nearest first, at most `limit`. A candidate counts when it equals
 * the word apart from case, punctuation and the order of its parts, is within a third of its length in edits, has all parts
 * of the word, or contains it (from three letters on). Ties keep alphabetical order, so that the answer never depends on the order of the list.
 */
export function nearest(word: string, candidates: readonly string[], limit = 3): string[] {
  if (word.length > LONGEST_WORD) return [];
  const wanted = bare(word);
  if (wanted === "") return [];
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const score = unlikeness(word, candidate);
    if (score !== null) scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1));
  return scored.slice(0, limit).map((entry) => entry.candidate);
}

/** People name the parts of a product in any order ("a100-sxm-80"), and leave some out ("h100"). */
function unlikeness(word: string, candidate: string): number | null {
  const straight = mismatch(bare(word), bare(candidate));
  if (straight === 0) return 0;
  const [asked, offered] = [partsOf(word), partsOf(candidate)];
  const known = bare(word).length >= SHORTEST_PART && asked.every((part) => offered.includes(part));
  if (known) return PARTS_LEFT_OUT;
  const turned = mismatch(asked.join(""), offered.join(""));
  if (straight === null || turned === null) return straight ?? turned;
  return Math.min(straight, turned);
}

/** Nearer than any misspelling. */
const PARTS_LEFT_OUT = 0.5;
const SHORTEST_PART = 3;

function partsOf(word: string): string[] {
  return word
    .toLowerCase()
    .split(SEPARATORS)
    .filter((part) => part !== "")
    .sort();
}

/** 0 for the same letters; null when the words have too little in common. */
function mismatch(wanted: string, candidate: string): number | null {
  if (wanted === candidate) return 0;
  const longest = Math.max(wanted.length, candidate.length);
  const allowed = Math.max(1, Math.floor(longest / 3));
  if (Math.abs(wanted.length - candidate.length) <= allowed) {
    const distance = editDistance(wanted, candidate);
    if (distance <= allowed && distance < longest) return distance;
  }
  if (wanted.length < SHORTEST_PART || candidate.length < SHORTEST_PART) return null;
  if (candidate.startsWith(wanted) || wanted.startsWith(candidate)) return allowed + 1;
  return candidate.includes(wanted) ? allowed + 2 : null;
}

const SEPARATORS = /[\s_.-]+/g;

function bare(word: string): string {
  return word.toLowerCase().replaceAll(SEPARATORS, "");
}
