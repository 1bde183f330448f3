import { rankOrderDistribution } from "./rank-order-distribution.ts";
import { shares, type Elicitation } from "./elicitation.ts";

export const RANK_ORDER_FORMULAS = [
  "centroid",
  "sum",
  "reciprocal",
  "exponent",
  "distribution",
] as const;

export type RankOrderFormula = (typeof RANK_ORDER_FORMULAS)[number];

export const rankOrder: Elicitation = {
  id: "rank-order",
  title: "Weights from an order of importance (ROC)",
  formula:
    "centroid: w_k = (1/n) Σ_{i=k..n} 1/i; sum: ∝ n + 1 − k; reciprocal: ∝ 1/k; exponent: ∝ (n + 1 − k)^p; distribution: mean of direct ratings in that order, the first rated 100",
  asks: "The criteria in falling order of importance. The centroid is the mean of all weights that agree with the order; the robustness test then draws from exactly those.",
  definition:
    "F. H. Barron & B. E. Barrett, Decision quality using ranked attribute weights, Management Science 42(11), 1996 (centroid); W. G. Stillwell, D. A. Seaver & W. Edwards, OBHP 28, 1981 (sum, reciprocal, exponent); R. Roberts & P. Goodwin, Journal of Multi-Criteria Decision Analysis 11(6), 2002 (distribution)",
  testedOn: "Roberts & Goodwin 2002: 11/18, 5/18, 2/18 for three criteria",
};

/**
 * Weights of places 1…n.
 *
 * @param places groups of criteria, the most important first; criteria of one group share the mean of their places.
 * @param exponent p of the rank exponent: 0 is equal weights, 1 rank sum
 * @returns weight by criterion, adding up to 1
 */
export function rankOrderWeights(
  groups: readonly (readonly string[])[],
  formula: RankOrderFormula,
  exponent = 2,
): ReadonlyMap<string, number> {
  const n = groups.reduce((count, group) => count + group.length, 0);
  const byPlace = shares(
    formula === "distribution"
      ? rankOrderDistribution(n)
      : Array.from({ length: n }, (_, index) => weightOfPlace(index + 1, n, formula, exponent)),
  );
  const weights = new Map<string, number>();
  let taken = 0;
  for (const group of groups) {
    const places = byPlace.slice(taken, taken + group.length);
    const mean = places.reduce((total, weight) => total + weight, 0) / group.length;
    for (const id of group) weights.set(id, mean);
    taken += group.length;
  }
  return weights;
}

function weightOfPlace(
  place: number,
  n: number,
  formula: RankOrderFormula,
  exponent: number,
): number {
  switch (formula) {
    case "exponent":
      return (n + 1 - place) ** exponent;
    case "sum":
      return n + 1 - place;
    case "reciprocal":
      return 1 / place;
    default: {
      let weight = 0;
      for (let i = n; i >= place; i -= 1) weight += 1 / i;
      return weight / n;
    }
  }
}
