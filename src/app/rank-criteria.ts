import { orderOf } from "../decision/methods/ranks.ts";
import { weightInterval } from "../decision/weight-interval.ts";
import type { PairwiseWeights } from "../decision/weights/pairwise.ts";
import { shares } from "../decision/weights/elicitation.ts";
import type { Matrix, ValueShape } from "../input/matrix/matrix-types.ts";
import type { RankedCriterion } from "../report/rank/types.ts";
import type { RankProblem } from "./rank-problem.ts";

interface Judged {
  file: Matrix;
  problem: RankProblem;
  priorities: readonly (PairwiseWeights | null)[];
  weights: readonly number[];
  shapes: readonly (ValueShape | null)[];
  values: readonly (readonly number[])[];
  scores: readonly number[];
}

/** The criteria as they were applied, each with the interval of its weight in which the winner stays. */
export function rankedCriteria(judged: Judged): RankedCriterion[] {
  const { file, problem, priorities, weights, shapes, values, scores } = judged;
  const [winner] = orderOf(scores, true);
  const normalised = shares(weights);
  return file.criteria.map((criterion, j): RankedCriterion => {
    const { id, title, unit, direction, outside, comparisons } = criterion;
    const local = priorities[j] ?? null;
    const fromFile = criterion.shape === null ? "set" : "file";
    return {
      id,
      title,
      unit,
      direction,
      weight: weights[j] ?? 0,
      value: shapes[j] ?? null,
      rangeFrom: comparisons === null ? fromFile : "comparisons",
      outside,
      comparisons:
        comparisons === null || local === null
          ? null
          : {
              consistencyRatio: local.consistencyRatio,
              randomIndex: local.randomIndex,
              mode: comparisons.mode,
            },
      interval: winner === undefined ? null : intervalOf(values, normalised, winner, j, problem),
    };
  });
}

function intervalOf(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  winner: number,
  criterion: number,
  { alternatives }: RankProblem,
): RankedCriterion["interval"] {
  const { lowest, highest, below, above } = weightInterval(values, weights, winner, criterion);
  const idOf = (index: number | null): string | null =>
    index === null ? null : (alternatives[index]?.id ?? null);
  return { lowest, highest, below: idOf(below), above: idOf(above) };
}
