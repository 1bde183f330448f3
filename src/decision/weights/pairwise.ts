import { shares, type Elicitation } from "./elicitation.ts";
import { RANDOM_INDICES, type RandomIndexId } from "./random-index.ts";

export const PRIORITISATIONS = ["eigenvector", "geometric-mean", "column-mean"] as const;

export type Prioritisation = (typeof PRIORITISATIONS)[number];

/** Judgements less consistent than this should be looked at again (Saaty 1980). */
export const HIGHEST_CONSISTENCY_RATIO = 0.1;

export const pairwise: Elicitation = {
  id: "ahp",
  title: "Weights from pairwise comparisons (AHP)",
  formula:
    "w = principal eigenvector (or geometric means of the rows, or means of the columns); CI = (λmax − n) ÷ (n − 1); CR = CI ÷ random index",
  asks: "How many times as important is the one as the other, from 1/9 to 9, for each pair. A consistency ratio above 0.1 says that the answers contradict each other.",
  definition: "T. L. Saaty, The Analytic Hierarchy Process, McGraw-Hill 1980",
  testedOn:
    "Saaty 2005 and 2008; Wang & Chin 2011; Wikipedia car example; R package MCDA; gluc/ahp",
};

export interface PairwiseWeights {
  /** Adding up to 1. */
  readonly weights: readonly number[];
  readonly lambdaMax: number;
  readonly consistencyIndex: number;
  /** Null where the table of random indices ends (more than 10 rows). */
  readonly consistencyRatio: number | null;
  /** Name of the table, or the index that the file states. */
  readonly randomIndex: RandomIndexId | number;
}

/**
 * @param matrix positive and reciprocal: row a, column b holds how many times as important a is as b
 */
export function pairwiseWeights(
  matrix: readonly (readonly number[])[],
  randomIndex: RandomIndexId | number,
  prioritisation: Prioritisation,
): PairwiseWeights {
  const n = matrix.length;
  const weights = PRIORITIES[prioritisation](matrix);
  const ratios = times(matrix, weights).map((product, i) => product / (weights[i] ?? 1));
  const lambdaMax = ratios.reduce((total, ratio) => total + ratio, 0) / n;
  // Rounding can push a consistent matrix a hair below n.
  const consistencyIndex = n > 2 ? Math.max(0, (lambdaMax - n) / (n - 1)) : 0;
  const random =
    typeof randomIndex === "number" ? randomIndex : (RANDOM_INDICES[randomIndex][n - 3] ?? null);
  const consistencyRatio = random === null ? null : consistencyIndex / random;
  return {
    weights,
    lambdaMax,
    consistencyIndex,
    consistencyRatio: n <= 2 ? 0 : consistencyRatio,
    randomIndex,
  };
}

/** Power iteration; a positive matrix has one positive eigenvector (Perron 1907), to which it converges. */
function principalEigenvector(matrix: readonly (readonly number[])[]): number[] {
  let vector = geometricMeans(matrix);
  for (let step = 0; step < 1000; step += 1) {
    const next = shares(times(matrix, vector));
    const moved = Math.max(...next.map((x, i) => Math.abs(x - (vector[i] ?? 0))));
    vector = next;
    if (moved < 1e-15) break;
  }
  return vector;
}

function geometricMeans(matrix: readonly (readonly number[])[]): number[] {
  const logarithms = matrix.map((row) => row.reduce((all, x) => all + Math.log(x), 0) / row.length);
  return shares(logarithms.map(Math.exp));
}

/** Mean of the columns, each divided by its sum: the hand calculation of text books, exact where comparisons are consistent. */
function columnMeans(matrix: readonly (readonly number[])[]): number[] {
  const sums = matrix.map((_, j) => matrix.reduce((all, row) => all + (row[j] ?? 0), 0));
  return shares(matrix.map((row) => row.reduce((total, x, j) => total + x / (sums[j] ?? 1), 0)));
}

const PRIORITIES: Readonly<
  Record<Prioritisation, (matrix: readonly (readonly number[])[]) => number[]>
> = {
  eigenvector: principalEigenvector,
  "geometric-mean": geometricMeans,
  "column-mean": columnMeans,
};

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((total, x, j) => total + x * (vector[j] ?? 0), 0));
}
