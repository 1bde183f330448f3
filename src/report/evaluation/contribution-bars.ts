import type { StackedBars } from "../document.ts";
import type { Candidate, CriterionInfo } from "../types.ts";

/** How the points of each criterion add up to the score, for the criteria that count. */
export function contributionBars(
  criteria: readonly CriterionInfo[],
  candidates: readonly Candidate[],
): StackedBars {
  const points = ({ criteria }: Candidate, wanted: string): number =>
    criteria.find(({ id }) => id === wanted)?.contribution ?? 0;
  const counted = criteria
    .map(({ id }) => id)
    .filter((id) => candidates.some((candidate) => points(candidate, id) > 0));
  return {
    title: "Points of each criterion, adding up to the score",
    parts: counted,
    bars: candidates.map((candidate) => ({
      name: candidate.name,
      values: counted.map((id) => points(candidate, id)),
      total: candidate.score ?? 0,
    })),
  };
}
