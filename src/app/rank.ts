import { METHODS } from "../decision/methods/all-methods.ts";
import { additive } from "../decision/methods/additive.ts";
import { orderOf } from "../decision/methods/ranks.ts";
import { correlatedCriteria } from "../decision/robustness/double-counting.ts";
import { figureFlips } from "../decision/robustness/figure-flips.ts";
import { reversalTests } from "../decision/robustness/rank-reversal.ts";
import { appliedShapes, monotoneDirection, valuesOf } from "../decision/values/value-model.ts";
import { COMPARISONS, ELICITATIONS } from "../decision/weights/all-weights.ts";
import { deriveWeights } from "../decision/weights/derive-weights.ts";
import { shares } from "../decision/weights/elicitation.ts";
import type { MatrixNames } from "../input/matrix/matrix-context.ts";
import type { Matrix } from "../input/matrix/matrix-types.ts";
import type { RankResult } from "../report/rank/types.ts";
import { rankedAlternatives } from "./rank-alternatives.ts";
import { comparisonsOf } from "./rank-comparisons.ts";
import { rankedCriteria } from "./rank-criteria.ts";
import { missedLimits } from "./rank-limits.ts";
import { localPriorities, problemOf, withPriorities } from "./rank-problem.ts";
import { recommendationOf } from "./rank-recommendation.ts";
import { emptyKnowledge, robustnessOf } from "./rank-robustness.ts";
import { rankWarnings } from "./rank-warnings.ts";
import { witnessesOf } from "./rank-witnesses.ts";
import { correlationSentence, figureFlipSentence, reversalReport } from "./rank-words.ts";

/** What a matrix file may name. */
export const MATRIX_NAMES: MatrixNames = {
  methods: new Map(METHODS.map(({ id, reads }) => [id, [...reads, "inputs"]])),
  comparisons: new Map(COMPARISONS.map(({ id, reads }) => [id, reads])),
  emptyBecause: emptyKnowledge,
};

/** The smallest changes of figures that are told. */
const FIGURE_FLIPS = 20;

export interface RankOptions {
  version: string;
  /** In the place of what the file says. */
  draws?: number | undefined;
  seed?: number | undefined;
}

/**
 * Ranks the alternatives of a matrix by additive value, with everything that tells how far to trust the ranking: other methods,
 * reversal tests, weights at which it turns, and shares of all weights and errors in which it holds.
 */
export function rankMatrix(file: Matrix, options: RankOptions): RankResult {
  const priorities = localPriorities(file);
  const matrix = withPriorities(file, priorities);
  const missed = matrix.alternatives.map((each) => missedLimits(each, matrix.criteria));
  const problem = problemOf(
    matrix.criteria,
    matrix.alternatives.filter((_, i) => missed[i]?.length === 0),
  );
  const derived = deriveWeights(matrix.weights, matrix.criteria.length);
  const { weights } = derived;
  const normalised = shares(weights);
  const { figures } = problem;
  const shapes = appliedShapes(problem.criteria, figures);
  const values = valuesOf(problem.criteria, figures).map((row, i) =>
    row.map((value, j) => (problem.unknown[i]?.[j] === true ? 0 : value)),
  );
  const scored = additive(values, weights);
  const scores = scored.map(({ score }) => score);
  const standard = {
    scores,
    higherIsBetter: true,
    parts: scored.map(({ contributions }) => contributions),
  };
  const directions = problem.criteria.map(monotoneDirection);
  const alternatives = rankedAlternatives({
    matrix,
    problem,
    missed,
    values,
    weights,
    shapes,
    directions,
  });
  const criteria = rankedCriteria({ file, problem, priorities, weights, shapes, values, scores });
  const empty = figures.length === 0;
  const [winner] = orderOf(scores, true);
  const outside = problem.criteria.map((criterion) => criterion.outside);
  const turns =
    winner === undefined
      ? []
      : figureFlips({ figures, values, scores, weights, shapes, outside }, winner).filter(
          ({ alternative, criterion }) => problem.unknown[alternative]?.[criterion] !== true,
        );
  const model = {
    higherIsBetter: true,
    scores: (rows: readonly (readonly number[])[]) =>
      additive(valuesOf(problem.criteria, rows), weights).map(({ score }) => score),
  };
  const { robustness } = matrix;
  const draws = options.draws ?? robustness.draws;
  const seed = options.seed ?? robustness.seed;
  return {
    schemaVersion: 1,
    tool: { name: "chipselect", version: options.version },
    matrix: { name: matrix.name, description: matrix.description, source: matrix.source },
    criteria,
    weights: {
      method: matrix.weights.method,
      title: ELICITATIONS.find(({ id }) => id === matrix.weights.method)?.title ?? "Equal weights",
      consistency: derived.consistency,
      comparison: empty ? [] : comparisonsOf(matrix.compare, problem, values),
    },
    alternatives,
    recommendation: recommendationOf(
      alternatives,
      criteria,
      matrix.nearTie,
      turns.slice(0, FIGURE_FLIPS).map((turn) => ({
        ...turn,
        alternative: problem.alternatives[turn.alternative]?.id ?? "",
        criterion: problem.criteria[turn.criterion]?.id ?? "",
        winner: problem.alternatives[turn.winner]?.id ?? "",
        message: figureFlipSentence(turn, problem),
      })),
    ),
    reversal: reversalReport(reversalTests(model, figures, directions), problem),
    witnesses: empty ? [] : witnessesOf(matrix.methods, problem, weights, standard),
    robustness:
      winner === undefined
        ? null
        : robustnessOf({ matrix, problem, weights: normalised, shapes, winner, draws, seed }),
    doubleCounting: correlatedCriteria(values, weights).map((found) => ({
      a: problem.criteria[found.a]?.id ?? "",
      b: problem.criteria[found.b]?.id ?? "",
      correlation: found.correlation,
      message: correlationSentence(found, problem),
    })),
    warnings: rankWarnings({ criteria, alternatives, consistency: derived.consistency, weights }),
  };
}
