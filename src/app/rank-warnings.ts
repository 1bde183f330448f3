import { HIGHEST_CONSISTENCY_RATIO } from "../decision/weights/pairwise.ts";
import type { DerivedWeights } from "../decision/weights/derive-weights.ts";
import type { RankedAlternative, RankedCriterion } from "../report/rank/types.ts";

interface Judged {
  criteria: readonly RankedCriterion[];
  alternatives: readonly RankedAlternative[];
  consistency: DerivedWeights["consistency"];
  weights: readonly number[];
}

/** What a reader must know before believing the ranking. */
export function rankWarnings({ criteria, alternatives, consistency, weights }: Judged): string[] {
  const warnings = [];
  const fromSet = criteria.filter(({ rangeFrom, weight }) => rangeFrom === "set" && weight > 0);
  if (fromSet.length > 0) {
    const names = fromSet.map(({ id }) => id).join(", ");
    warnings.push(
      `no range is stated for ${names}: it comes from the set of alternatives, so adding or removing one can turn the ranking round`,
    );
  }
  for (const { id, comparisons } of criteria) {
    const ratio = comparisons?.consistencyRatio ?? 0;
    if (ratio > HIGHEST_CONSISTENCY_RATIO) {
      warnings.push(
        inconsistent(`the comparisons on ${id}`, ratio, comparisons?.randomIndex ?? ""),
      );
    }
  }
  if (consistency?.kind === "ahp") {
    const { consistencyRatio: ratio, randomIndex } = consistency;
    if (ratio === null) {
      warnings.push(
        "the consistency ratio of the weights is not known: random indices end at 10 rows",
      );
    } else if (ratio > HIGHEST_CONSISTENCY_RATIO) {
      warnings.push(inconsistent("the comparisons of the criteria", ratio, randomIndex));
    }
  }
  for (const { name, criteria: cells, bestCase, feasible } of alternatives) {
    if (!feasible || bestCase === null) continue;
    const unknown = cells.filter(({ value }) => value === null).map(({ id }) => id);
    warnings.push(
      `${name}: ${unknown.join(", ")} unknown and counted as worst; at best it would score ${bestCase.score.toFixed(3)} and be number ${bestCase.rank}`,
    );
  }
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (Math.abs(sum - 1) > 1e-6) {
    warnings.push(
      `the weights add up to ${Number(sum.toPrecision(6))} and are not rescaled, as the file asks`,
    );
  }
  return warnings;
}

function inconsistent(what: string, ratio: number, randomIndex: string | number): string {
  return `${what} contradict each other: consistency ratio ${ratio.toFixed(3)} (random index: ${randomIndex}), more than ${HIGHEST_CONSISTENCY_RATIO}`;
}
