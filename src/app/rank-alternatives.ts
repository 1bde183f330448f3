import { additive } from "../decision/methods/additive.ts";
import { orderOf, ranksOf } from "../decision/methods/ranks.ts";
import { dominanceRelations } from "../decision/robustness/dominance-relations.ts";
import { valueOn } from "../decision/values/value-model.ts";
import type { Direction, Matrix, ValueShape } from "../input/matrix/matrix-types.ts";
import type { MissedLimit, RankedAlternative } from "../report/rank/types.ts";
import { orientedRows, type RankProblem } from "./rank-problem.ts";

interface Judged {
  matrix: Matrix;
  problem: RankProblem;
  /** By alternative of the file. */
  missed: readonly (readonly MissedLimit[])[];
  values: readonly (readonly number[])[];
  weights: readonly number[];
  shapes: readonly (ValueShape | null)[];
  directions: readonly (Direction | null)[];
}

/**
 * Every alternative of the file: the ranked ones best first, then those that miss a limit. Equal scores share a rank; among them
 * those that nobody dominates stand first.
 */
export function rankedAlternatives(judged: Judged): RankedAlternative[] {
  const { matrix, problem, missed, values, weights, directions } = judged;
  const scored = additive(values, weights);
  const scores = scored.map(({ score }) => score);
  const ranks = ranksOf(scores, true);
  const relations = dominanceRelations(orientedRows(problem, values, directions), weights);
  const best = Math.max(...scores);
  const { front } = relations;
  const order = orderOf(scores, true).sort(
    (a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || (front[a] ?? 0) - (front[b] ?? 0) || a - b,
  );
  const idOf = (index: number): string => problem.alternatives[index]?.id ?? "";
  const ranked = order.map((i, place): RankedAlternative => {
    const { id = "", name = "", cells = [] } = problem.alternatives[i] ?? {};
    const { score, contributions } = scored[i] ?? { score: 0, contributions: [] };
    const dominated = relations.dominatedBy[i] ?? [];
    return {
      id,
      name,
      rank: ranks[i] ?? null,
      feasible: true,
      score,
      criteria: problem.criteria.map((criterion, j) => {
        const value = cells[j]?.value ?? null;
        const worth = valueOn(judged.shapes[j] ?? null, value ?? 0, criterion.outside);
        return {
          id: criterion.id,
          value,
          normalised: values[i]?.[j] ?? 0,
          contribution: contributions[j] ?? 0,
          clipped: value !== null && worth.clipped,
        };
      }),
      limits: [],
      dominatedBy: dominated.map(({ by, better, strict }) => ({
        id: idOf(by),
        better: better.map((j) => problem.criteria[j]?.id ?? ""),
        strict,
      })),
      dominates: relations.dominates[i] ?? 0,
      front: front[i] ?? 0,
      nearTie: place > 0 && dominated.length === 0 && best - score < matrix.nearTie,
      bestCase: bestCase(i, problem, values, weights),
    };
  });
  const excluded = matrix.alternatives.flatMap(({ id, name, cells }, i): RankedAlternative[] => {
    const limits = missed[i] ?? [];
    if (limits.length === 0) return [];
    return [
      {
        id,
        name,
        rank: null,
        feasible: false,
        score: null,
        criteria: matrix.criteria.map((criterion, j) => ({
          id: criterion.id,
          value: cells[j]?.value ?? null,
          normalised: 0,
          contribution: 0,
          clipped: false,
        })),
        limits,
        dominatedBy: [],
        dominates: null,
        front: null,
        nearTie: false,
        bestCase: null,
      },
    ];
  });
  return [...ranked, ...excluded];
}

/** Score and rank if every unknown figure of the alternative were worth 1, the others staying as they are. */
function bestCase(
  alternative: number,
  { unknown }: RankProblem,
  values: readonly (readonly number[])[],
  weights: readonly number[],
): RankedAlternative["bestCase"] {
  const gaps = unknown[alternative] ?? [];
  if (!gaps.includes(true)) return null;
  const raised = values.map((row, i) =>
    i === alternative ? row.map((value, j) => (gaps[j] === true ? 1 : value)) : row,
  );
  const scores = additive(raised, weights).map(({ score }) => score);
  return { score: scores[alternative] ?? 0, rank: ranksOf(scores, true)[alternative] ?? 0 };
}
