import { shares, type Elicitation } from "./elicitation.ts";

export const RANK_ORDER_FORMULAS = ["centroid", "sum", "reciprocal"] as const;

export type RankOrderFormula = (typeof RANK_ORDER_FORMULAS)[number];

export const rankOrder: Elicitation = {
  id: "rank-order",
  title: "Weights from an order of importance (ROC)",
  formula: "centroid: w_k = (1/n) Σ_{i=k..n} 1/i; sum: ∝ n + 1 − k; reciprocal: ∝ 1/k",
  asks: "The criteria in falling order of importance. The centroid is the mean of all weights that agree with the order; the robustness test then draws from exactly those.",
  definition:
    "F. H. Barron & B. E. Barrett, Decision quality using ranked attribute weights, Management Science 42(11), 1996 (centroid); W. G. Stillwell, D. A. Seaver & W. Edwards, OBHP 28, 1981 (sum, reciprocal)",
  testedOn: "Roberts & Goodwin 2002: 11/18, 5/18, 2/18 for three criteria",
};

/**
 * Weights of places 1…n.
 *
 * @param places groups of criteria, the most important first; criteria of one group share the mean of their places.
 * @returns weight by criterion, adding up to 1
 */
export function rankOrderWeights(
  groups: readonly (readonly string[])[],
  formula: RankOrderFormula,
): ReadonlyMap<string, number> {
  const n = groups.reduce((count, group) => count + group.length, 0);
  const byPlace = shares(
    Array.from({ length: n }, (_, index) => weightOfPlace(index + 1, n, formula)),
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

function weightOfPlace(place: number, n: number, formula: RankOrderFormula): number {
  switch (formula) {
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
