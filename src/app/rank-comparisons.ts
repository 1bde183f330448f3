import { additive } from "../decision/methods/additive.ts";
import { orderOf } from "../decision/methods/ranks.ts";
import { COMPARISONS, DEFAULT_COMPARISONS } from "../decision/weights/all-weights.ts";
import { CORRELATIONS, type ComparisonOptions } from "../decision/weights/comparison.ts";
import type { Asked } from "../input/matrix/matrix-types.ts";
import type { RankedWeights } from "../report/rank/types.ts";
import type { RankProblem } from "./rank-problem.ts";

/** Weights that the data would give, and who would win with them. */
export function comparisonsOf(
  asked: readonly Asked[] | null,
  { criteria, figures, alternatives }: RankProblem,
  values: readonly (readonly number[])[],
): RankedWeights["comparison"] {
  const wanted = asked ?? DEFAULT_COMPARISONS.map(({ id }) => ({ id, options: {} }));
  const table = {
    figures,
    criteria: criteria.map(({ id, direction }) => ({ id, direction, weight: 1 })),
  };
  return wanted.flatMap(({ id, options }) => {
    const unit = COMPARISONS.find((each) => each.id === id);
    if (unit === undefined) return [];
    const read = readOptions(options);
    const obstacle = unit.obstacle?.(table, read) ?? null;
    const weights = obstacle === null ? unit.apply(table, read) : null;
    const scores = weights === null ? [] : additive(values, weights).map(({ score }) => score);
    const [first] = orderOf(scores, true);
    const winner = first === undefined ? null : (alternatives[first]?.id ?? null);
    return [{ id, title: unit.title, options, weights, obstacle, winner }];
  });
}

function readOptions({ directed, correlation: written }: Asked["options"]): ComparisonOptions {
  const correlation = CORRELATIONS.find((known) => known === written);
  return {
    ...(typeof directed === "boolean" ? { directed } : {}),
    ...(correlation === undefined ? {} : { correlation }),
  };
}
