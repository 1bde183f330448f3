import { meanRanks, ranksOf } from "../methods/ranks.ts";

/** Correlation of two columns, −1..1; null where one of them is constant and nothing can move together. */
export function correlation(
  a: readonly number[],
  b: readonly number[],
  which: "pearson" | "spearman",
): number | null {
  return which === "pearson"
    ? pearson(a, b)
    : pearson(meanRanks(ranksOf(a, true)), meanRanks(ranksOf(b, true)));
}

function pearson(a: readonly number[], b: readonly number[]): number | null {
  const n = a.length;
  const mean = (column: readonly number[]): number => column.reduce((all, x) => all + x, 0) / n;
  const [meanA, meanB] = [mean(a), mean(b)];
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < n; i += 1) {
    const da = (a[i] ?? 0) - meanA;
    const db = (b[i] ?? 0) - meanB;
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  if (isConstant(aa, meanA, n) || isConstant(bb, meanB, n)) return null;
  return Math.min(1, Math.max(-1, ab / Math.sqrt(aa * bb)));
}

/** A column whose spread is rounding only. */
function isConstant(squares: number, mean: number, n: number): boolean {
  return squares <= n * (1e-12 * Math.max(Math.abs(mean), Number.MIN_VALUE)) ** 2;
}
