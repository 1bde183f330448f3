import { smaa } from "../decision/robustness/smaa.ts";
import { tornado } from "../decision/robustness/tornado.ts";
import type { UncertainTable } from "../decision/robustness/uncertain-table.ts";
import {
  anyWeights,
  emptyBecause,
  fixedWeights,
  orderedWeights,
  type AtLeast,
  type WeightSet,
} from "../decision/robustness/weight-set.ts";
import { valueOn } from "../decision/values/value-model.ts";
import type {
  Matrix,
  MatrixCriterion,
  StatedWeights,
  ValueShape,
  WeightKnowledge,
} from "../input/matrix/matrix-types.ts";
import type { RobustnessReport } from "../report/rank/types.ts";
import type { RankProblem } from "./rank-problem.ts";

type Known = Exclude<WeightKnowledge, string>;

export interface RobustnessInput {
  matrix: Matrix;
  problem: RankProblem;
  /** Adding up to 1. */
  weights: readonly number[];
  shapes: readonly (ValueShape | null)[];
  /** Index of the alternative of the highest score. */
  winner: number;
  draws: number;
  seed: number;
}

/** The widest swings that are told. */
const SWINGS_TOLD = 20;

export function robustnessOf(input: RobustnessInput): RobustnessReport {
  const { matrix, problem, weights, draws, seed } = input;
  const { set, words } = drawnFrom(matrix, weights);
  const table = uncertainTable(input);
  const found = smaa(table, set, { draws, seed });
  const { acceptability, central, confidence, pairwise, standardError, confidenceDraws } = found;
  const moved = new Set(table.loadings.map((at) => at.alternative * table.criteria + at.criterion));
  table.own.forEach((deviation, cell) => {
    if (deviation > 0) moved.add(cell);
  });
  return {
    draws,
    seed,
    standardError,
    confidenceDraws,
    weights: words,
    sampler: found.weightsDrawn,
    uncertainFigures: moved.size,
    sharedErrors: matrix.robustness.sharedErrors.map(({ id }) => id),
    alternatives: problem.alternatives.map(({ id }) => id),
    acceptability,
    central,
    confidence,
    pairwise,
    rankingEntropy: found.rankingEntropy,
    tornado: tornado(table, weights, input.winner)
      .slice(0, SWINGS_TOLD)
      .map(({ of, low, high }) => ({
        of:
          of.kind === "shared"
            ? { sharedError: matrix.robustness.sharedErrors[of.factor]?.id ?? "" }
            : {
                alternative: problem.alternatives[of.alternative]?.id ?? "",
                criterion: problem.criteria[of.criterion]?.id ?? "",
              },
        low,
        high,
      })),
  };
}

/** Why no weights agree with an order and intervals; null when some do. */
export function emptyKnowledge(knowledge: Known): string | null {
  return emptyBecause(setOf(knowledge));
}

function setOf({ groups, lowest, highest, ratios }: Known): WeightSet {
  const order = orderedWeights(lowest.length, groups);
  const trades = ratios.flatMap(({ of, to, atLeast, atMost }): AtLeast[] => [
    ...(atLeast === null ? [] : [[of, to, atLeast] as const]),
    ...(atMost === null ? [] : [[to, of, 1 / atMost] as const]),
  ]);
  return { lowest, highest, atLeast: [...order.atLeast, ...trades] };
}

function drawnFrom(
  { robustness, weights: stated, criteria }: Matrix,
  weights: readonly number[],
): { set: WeightSet; words: string } {
  const knowledge = robustness.weights ?? orderOf(stated);
  if (knowledge === "stated") {
    return { set: fixedWeights(weights), words: "the stated weights" };
  }
  if (knowledge === "any") {
    return { set: anyWeights(weights.length), words: "all weights there are" };
  }
  return {
    set: setOf(knowledge),
    words: `all weights with ${knowledgeWords(knowledge, criteria)}`,
  };
}

/** An order of importance is all that rank-order weights know. */
function orderOf(stated: StatedWeights): WeightKnowledge {
  if (stated.method !== "rank-order") return "any";
  const n = stated.groups.flat().length;
  const { lowest, highest } = anyWeights(n);
  return { groups: stated.groups, lowest, highest, ratios: [] };
}

function knowledgeWords(
  { groups, lowest, highest, ratios }: Known,
  criteria: readonly MatrixCriterion[],
): string {
  const id = (j: number): string => criteria[j]?.id ?? "";
  const order = groups.map((group) => group.map(id).join(" and "));
  const intervals = lowest.flatMap((low, j) => {
    const high = highest[j] ?? 1;
    return low === 0 && high === 1 ? [] : [`${id(j)} from ${low} to ${high}`];
  });
  const trades = ratios.map(({ of, to, atLeast, atMost }) => {
    const ends = [
      ...(atLeast === null ? [] : [`at least ${atLeast}`]),
      ...(atMost === null ? [] : [`at most ${atMost}`]),
    ];
    return `${id(of)} ${ends.join(" and ")} times ${id(to)}`;
  });
  return [...(order.length > 1 ? [order.join(" ≥ ")] : []), ...intervals, ...trades].join(", ");
}

function uncertainTable({ matrix, problem, shapes }: RobustnessInput): UncertainTable {
  const { criteria, alternatives, figures, unknown } = problem;
  const places = new Map(alternatives.map(({ id }, i) => [id, i]));
  const own = alternatives.flatMap(({ cells }) => cells.map(({ deviation }) => deviation));
  const loadings = matrix.robustness.sharedErrors.flatMap((shared, factor) =>
    shared.loadings.flatMap(({ criterion, alternative, loading }) => {
      const place = places.get(matrix.alternatives[alternative]?.id ?? "");
      if (place === undefined || unknown[place]?.[criterion] === true) return [];
      return [{ factor, criterion, alternative: place, loading }];
    }),
  );
  return {
    alternatives: alternatives.length,
    criteria: criteria.length,
    figures: Float64Array.from(figures.flat()),
    own: Float64Array.from(own),
    errors: criteria.map(({ errors }) => errors),
    factors: matrix.robustness.sharedErrors.length,
    loadings,
    worth: criteria.map(
      ({ outside }, j) =>
        (figure) =>
          valueOn(shapes[j] ?? null, figure, outside).value,
    ),
  };
}
