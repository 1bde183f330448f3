import type { CriterionInfo, CriterionScore } from "./types.ts";
import { valueOf } from "./value-function.ts";

/** The additive score of figures that are known already, on other ranges. Much quicker than measuring them again. */
export function rescore(
  criteria: readonly Pick<CriterionInfo, "weight" | "worst" | "best" | "scale">[],
  figures: readonly Pick<CriterionScore, "value">[],
): number {
  let score = 0;
  for (const [index, criterion] of criteria.entries()) {
    const { weight, scale } = criterion;
    const value = figures[index]?.value ?? null;
    if (weight > 0 && value !== null) score += weight * valueOf(value, criterion, scale).value;
  }
  return score;
}
