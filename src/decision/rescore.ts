import type { Assessed } from "./assessed.ts";
import { CRITERIA } from "./criteria/all-criteria.ts";
import type { CriterionContext } from "./criteria/criterion.ts";
import type { CriterionInfo, CriterionScore } from "./types.ts";
import { valueOf, type ValueRange } from "./value-function.ts";

/** Additive scores in a situation in which the ranges may be others, and one candidate's figures. */
export interface Rescoring {
  /** Of the criteria that carry weight: equal ranges give equal scores to figures that are known. */
  ranges: readonly ValueRange[];
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
  const weighed = criteria.flatMap(({ id, weight, scale }, index) => {
    const criterion = weight > 0 ? CRITERIA.find((each) => each.id === id) : undefined;
    if (criterion === undefined) return [];
    const range: ValueRange = criterion.range(context);
    return [{ criterion, index, weight, scale, range }];
  });
  return {
    ranges: weighed.map(({ range }) => range),
    known(figures) {
      let score = 0;
      for (const { index, weight, range, scale } of weighed) {
        const value = figures[index]?.value ?? null;
        if (value !== null) score += weight * valueOf(value, range, scale).value;
      }
      return score;
    },
    measured(candidate) {
      let score = 0;
      for (const { criterion, weight, range, scale } of weighed) {
        const { value } = criterion.measure(candidate, context);
        if (value !== null) score += weight * valueOf(value, range, scale).value;
      }
      return score;
    },
  };
}
