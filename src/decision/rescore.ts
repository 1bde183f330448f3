import type { Assessed } from "./assessed.ts";
import { CRITERIA } from "./criteria/all-criteria.ts";
import type { CriterionContext } from "./criteria/criterion.ts";
import { appliedValue, worthIn, type AppliedValue } from "./stated-value.ts";
import type { CriterionInfo, CriterionScore } from "./types.ts";

/** Additive scores in a situation in which the ranges may be others, and one candidate's figures. */
export interface Rescoring {
  /** Of the criteria that carry weight: equal ranges give equal scores to figures that are known. */
  ranges: readonly Pick<AppliedValue, "worst" | "best">[];
  /** Of a candidate whose figures are known already. */
  known: (figures: readonly Pick<CriterionScore, "value">[]) => number;
  /** Of one that is measured anew. */
  measured: (candidate: Assessed) => number;
}

/** The scores that `rank` would give, and nothing else: no notes, no dominance, no order. For searches that ask many times. */
export function rescoring(
  criteria: readonly CriterionInfo[],
  context: CriterionContext,
): Rescoring {
  const weighed = criteria.flatMap(({ id, weight }, index) => {
    const criterion = weight > 0 ? CRITERIA.find((each) => each.id === id) : undefined;
    if (criterion === undefined) return [];
    const applied = appliedValue(criterion, context);
    return [{ criterion, index, weight, applied, worth: worthIn(applied) }];
  });
  return {
    ranges: weighed.map(({ applied }) => applied),
    known(figures) {
      let score = 0;
      for (const { index, weight, worth } of weighed) {
        const value = figures[index]?.value ?? null;
        if (value !== null) score += weight * worth(value);
      }
      return score;
    },
    measured(candidate) {
      let score = 0;
      for (const { criterion, weight, worth } of weighed) {
        const { value } = criterion.measure(candidate, context);
        if (value !== null) score += weight * worth(value);
      }
      return score;
    },
  };
}
