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

/** Consistency index of random matrices of size n (Saaty 1980, table 3.4); sizes 1 and 2 are always consistent. */
const RANDOM_INDEX = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

const ROUNDS = 200;

/**
 * Weights from pairwise comparisons: the principal eigenvector of the reciprocal matrix, by power iteration
 * (Saaty, A scaling method for priorities in hierarchical structures, 1977). Pairs that are not compared count as equal.
 */
export function pairwiseWeights(criteria: number, comparisons: Comparisons): PairwiseWeights {
  const matrix = Array.from({ length: criteria }, () => equal(criteria, 1));
  for (const { first, second, ratio } of comparisons) {
    setEntry(matrix, first, second, ratio);
    setEntry(matrix, second, first, 1 / ratio);
  }
  let weights: readonly number[] = equal(criteria, 1 / criteria);
  let eigenvalue = criteria;
  for (let round = 0; round < ROUNDS; round++) {
    const image = matrix.map((row) => row.reduce((sum, a, j) => sum + a * (weights[j] ?? 0), 0));
    // The weights add up to 1, so the sum of their image is the eigenvalue in the limit.
    eigenvalue = image.reduce((sum, value) => sum + value, 0);
    weights = image.map((value) => value / eigenvalue);
  }
  const random = RANDOM_INDEX[Math.min(criteria, RANDOM_INDEX.length - 1)] ?? 0;
  const index = criteria > 1 ? Math.max(0, eigenvalue - criteria) / (criteria - 1) : 0;
  return {
    weights,
    consistencyRatio: random > 0 ? index / random : 0,
    oddest: criteria > 2 ? oddest(matrix, comparisons) : null,
  };
}

function equal(length: number, value: number): number[] {
  return Array.from({ length }, () => value);
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
