import type { Criterion, CriterionContext } from "./criteria/criterion.ts";

export interface WeightedCriterion {
  criterion: Criterion;
  /** 0 where the criterion does not apply; the others add up to 1. */
  weight: number;
  notApplicable: string | null;
}

/**
 * The workload's weights, with those of criteria that do not apply handed to the others in proportion. When nothing
 * is left to weigh, the criteria that apply weigh the same.
 */
export function effectiveWeights(
  criteria: readonly Criterion[],
  context: CriterionContext,
): readonly WeightedCriterion[] {
  const judged = criteria.map((criterion) => {
    const notApplicable = criterion.notApplicable?.(context) ?? null;
    const asked = context.workload.weights[criterion.id] ?? 0;
    return { criterion, notApplicable, asked: notApplicable === null ? asked : 0 };
  });
  const total = judged.reduce((sum, { asked }) => sum + asked, 0);
  const applying = judged.filter(({ notApplicable }) => notApplicable === null).length;
  return judged.map(({ criterion, notApplicable, asked }) => {
    const equal = notApplicable === null ? 1 / applying : 0;
    return { criterion, notApplicable, weight: total > 0 ? asked / total : equal };
  });
}
