import type { Decision, DecisionRecommendation, RankedCandidate } from "./decision.ts";
import { doubleCounting } from "./double-counting.ts";
import { flipPoints } from "./flip-points.ts";
import { rank, type DecisionInput } from "./rank.ts";

/** Ranks, recommends the first, and says what would make another one the first. */
export function decide(input: DecisionInput): Decision {
  const { criteria, contenders } = rank(input);
  const ranking = contenders.map(
    ({ id, rank, score, criteria: cells, dominatedBy, dominance, nearTie }): RankedCandidate => ({
      id,
      rank,
      score,
      criteria: cells,
      dominatedBy,
      dominance,
      nearTie,
    }),
  );
  const named = contenders.map(({ id, score, values, candidate }) => ({
    id,
    name: candidate.chip.name,
    score,
    values,
  }));
  return {
    criteria,
    ranking,
    recommendation: recommend(ranking, () => flipPoints(criteria, named)),
    doubleCounting: doubleCounting(criteria, contenders),
  };
}

function recommend(
  ranking: readonly RankedCandidate[],
  flips: () => DecisionRecommendation["flipPoints"],
): DecisionRecommendation | null {
  const [first, second] = ranking;
  if (first === undefined) return null;
  return {
    id: first.id,
    second: second?.id ?? null,
    margin: second === undefined ? null : first.score - second.score,
    nearTies: ranking.filter(({ nearTie }) => nearTie).map(({ id }) => id),
    lead: second === undefined ? [] : leadOver(first, second),
    flipPoints: flips(),
  };
}

function leadOver(first: RankedCandidate, second: RankedCandidate): DecisionRecommendation["lead"] {
  return first.criteria
    .map(({ id, contribution }, index) => ({
      criterion: id,
      difference: contribution - (second.criteria[index]?.contribution ?? 0),
    }))
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}
