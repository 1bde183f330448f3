import { pairwiseWeights as eigenvectorWeights } from "../../decision/weights/pairwise.ts";

/** How many times as much the first counts as the second, by pair of indices `i < j`. */
export type Comparisons = readonly { first: number; second: number; ratio: number }[];

export interface PairwiseWeights {
  /** Add up to 1, in the order of the criteria. */
  weights: readonly number[];
  /** 0 is perfect; above 0.1 the comparisons contradict each other. */
  consistencyRatio: number;
  /** The comparison that fits the others least, and what those would have it say; null when all fit. */
  oddest: { first: number; second: number; said: number; implied: number } | null;
}

/** Saaty's principal eigenvector and consistency ratio (1980), as `rank` derives them. Pairs that are not compared count as equal. */
export function pairwiseWeights(criteria: number, comparisons: Comparisons): PairwiseWeights {
  const matrix = Array.from({ length: criteria }, () => Array.from({ length: criteria }, () => 1));
  for (const { first, second, ratio } of comparisons) {
    setEntry(matrix, first, second, ratio);
    setEntry(matrix, second, first, 1 / ratio);
  }
  const { weights, consistencyRatio } = eigenvectorWeights(matrix, "saaty", "eigenvector");
  return {
    weights,
    consistencyRatio: consistencyRatio ?? 0,
    oddest: criteria > 2 ? oddest(matrix, comparisons) : null,
  };
}

function setEntry(matrix: number[][], row: number, column: number, value: number): void {
  const line = matrix[row];
  if (line !== undefined) line[column] = value;
}

function oddest(
  matrix: readonly (readonly number[])[],
  comparisons: Comparisons,
): PairwiseWeights["oddest"] {
  let worst: PairwiseWeights["oddest"] = null;
  let distance = 1e-6;
  for (const { first, second, ratio } of comparisons) {
    const implied = impliedByOthers(matrix, first, second);
    const off = Math.abs(Math.log(ratio / implied));
    if (off <= distance) continue;
    distance = off;
    worst = { first, second, said: ratio, implied };
  }
  return worst;
}

/** What the ways round by a third criterion say of a pair: their geometric mean; 1 without a third. */
function impliedByOthers(
  matrix: readonly (readonly number[])[],
  first: number,
  second: number,
): number {
  const ways = matrix.flatMap((row, third) =>
    third === first || third === second
      ? []
      : [Math.log((matrix[first]?.[third] ?? 1) * (row[second] ?? 1))],
  );
  return Math.exp(ways.reduce((sum, way) => sum + way, 0) / Math.max(1, ways.length));
}
