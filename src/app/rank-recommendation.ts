import type {
  RankedAlternative,
  RankedCriterion,
  RankRecommendation,
} from "../report/rank/types.ts";
import { recommendationSentence, weightFlips } from "./rank-words.ts";

/**
 * @param alternatives best first
 * @param nearTie score distance to the first that is too close to call
 */
export function recommendationOf(
  alternatives: readonly RankedAlternative[],
  criteria: readonly RankedCriterion[],
  nearTie: number,
  figureFlips: RankRecommendation["figureFlips"],
): RankRecommendation | null {
  const ranked = alternatives.filter(({ feasible }) => feasible);
  const [first, second] = ranked;
  if (first === undefined) return null;
  const lead = second === undefined ? [] : leadOver(first, second);
  const nameOf = (id: string): string => ranked.find((each) => each.id === id)?.name ?? id;
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const margin = second === undefined ? null : (first.score ?? 0) - (second.score ?? 0);
  return {
    id: first.id,
    second: second?.id ?? null,
    margin,
    nearTies: ranked.filter((each) => each.nearTie).map(({ id }) => id),
    lead,
    sentence: recommendationSentence(first.name, second?.name ?? null, {
      lead,
      criteria,
      near: margin !== null && margin < nearTie,
      considered: alternatives.length,
    }),
    flips: weightFlips(criteria, total, nameOf),
    figureFlips,
  };
}

function leadOver(first: RankedAlternative, second: RankedAlternative): RankRecommendation["lead"] {
  return first.criteria
    .map(({ id, contribution }, j) => ({
      criterion: id,
      difference: contribution - (second.criteria[j]?.contribution ?? 0),
    }))
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}
