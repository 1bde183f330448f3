import { meanRanks } from "../methods/ranks.ts";
import { correlation } from "./correlation.ts";

/** How alike two rankings are; null where one of them ranks everybody the same and there is no order to agree with. */
export interface Agreement {
  /** Kendall's τ-b: pairs in the same order less pairs in opposite order, corrected for ties. −1..1. */
  readonly kendall: number | null;
  /** Spearman's ρ: correlation of the ranks. −1..1. */
  readonly spearman: number | null;
  /** WS: like Spearman's, but a shift among the first counts most. 0..1, and not symmetric: the first ranking is the standard. */
  readonly ws: number;
}

/** @param standard ranks, 1 is best, ties share the smaller rank @param ranks of the same alternatives */
export function agreement(standard: readonly number[], ranks: readonly number[]): Agreement {
  return {
    kendall: kendallTauB(standard, ranks),
    spearman: correlation(standard, ranks, "spearman"),
    ws: weightedSimilarity(standard, ranks),
  };
}

/** M. G. Kendall, The treatment of ties in ranking problems, Biometrika 33(3), 1945. */
function kendallTauB(a: readonly number[], b: readonly number[]): number | null {
  let difference = 0;
  let apartInA = 0;
  let apartInB = 0;
  for (const [i, ai] of a.entries()) {
    for (let k = 0; k < i; k += 1) {
      const inA = Math.sign(ai - (a[k] ?? 0));
      const inB = Math.sign((b[i] ?? 0) - (b[k] ?? 0));
      difference += inA * inB;
      apartInA += Math.abs(inA);
      apartInB += Math.abs(inB);
    }
  }
  if (apartInA === 0 || apartInB === 0) return null;
  return difference / Math.sqrt(apartInA * apartInB);
}

/**
 * W. Sałabun & K. Urbaniak, A new coefficient of rankings similarity in decision-making problems, ICCS 2020: 1 − Σ 2^−R_x · |R_x − R_y| ÷
 * max(R_x − 1, N − R_x).
 */
function weightedSimilarity(standard: readonly number[], ranks: readonly number[]): number {
  const n = standard.length;
  const other = meanRanks(ranks);
  return meanRanks(standard).reduce((left, rank, i) => {
    const furthest = Math.max(rank - 1, n - rank);
    if (furthest === 0) return left;
    return left - (2 ** -rank * Math.abs(rank - (other[i] ?? 0))) / furthest;
  }, 1);
}
