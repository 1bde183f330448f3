import type { MatrixCriterion } from "../input/matrix/matrix-types.ts";
import type { Witness } from "../report/rank/types.ts";
import type { EvaluationResult } from "../report/types.ts";
import { problemOf } from "./rank-problem.ts";
import { witnessesOf } from "./rank-witnesses.ts";

/** Best candidates that the other methods judge: methods that compare in pairs say nothing clear about dozens. */
const JUDGED = 10;

/** What other methods of decision make of the best candidates, with the figures, ranges and weights of the result; empty without a choice. */
export function witnessesOfResult({ criteria, candidates }: EvaluationResult): readonly Witness[] {
  const judged = candidates.filter(({ feasible }) => feasible).slice(0, JUDGED);
  const weighed = criteria.filter(({ weight }) => weight > 0);
  if (judged.length < 2 || weighed.length < 2) return [];
  const cells = judged.map((candidate) =>
    weighed.map(({ id }) => candidate.criteria.find((cell) => cell.id === id)),
  );
  const problem = problemOf(
    weighed.map(asColumn),
    judged.map(({ id, name }, row) => ({
      id,
      name,
      cells: (cells[row] ?? []).map((cell) => ({ value: cell?.value ?? null, deviation: 0 })),
    })),
  );
  const standard = {
    scores: judged.map(({ score }) => score ?? 0),
    higherIsBetter: true,
    parts: cells.map((row) => row.map((cell) => cell?.contribution ?? 0)),
  };
  const weights = weighed.map(({ weight }) => weight);
  return witnessesOf(null, problem, weights, standard);
}

function asColumn({
  id,
  title,
  unit,
  worst,
  best,
  scale,
}: EvaluationResult["criteria"][number]): MatrixCriterion {
  return {
    id,
    title,
    unit,
    description: null,
    direction: best > worst ? "max" : "min",
    shape: { kind: scale, worst, best },
    outside: "clip",
    preference: null,
    limit: { min: null, max: null },
    errors: "relative",
    comparisons: null,
  };
}
