import { DEFAULT_WEIGHTS } from "../input/default-weights.ts";
import type { Criterion, CriterionContext } from "./criteria/criterion.ts";

export interface WeightedCriterion {
  criterion: Criterion;
  /** 0 where the criterion does not apply; the others add up to 1. */
  weight: number;
  notApplicable: string | null;
}

/**
 * The workload's weights, with those of criteria that do not apply handed to the others in proportion. When nothing
 * is left to weigh, the usual weights take their place: equal ones would count twice what two criteria say in common.
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
  const asked = judged.reduce((sum, entry) => sum + entry.asked, 0);
  const points = judged.map(({ criterion, notApplicable, asked: own }) => {
    if (asked > 0) return own;
    return notApplicable === null ? (DEFAULT_WEIGHTS[criterion.id] ?? 0) : 0;
  });
  const total = points.reduce((sum, each) => sum + each, 0);
  return judged.map(({ criterion, notApplicable }, index) => ({
    criterion,
    notApplicable,
    weight: (points[index] ?? 0) / total,
  }));
}
