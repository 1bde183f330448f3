import { DEFAULT_WITNESSES, methodOf } from "../decision/methods/all-methods.ts";
import {
  DISTANCE_IDS,
  type Method,
  type MethodOptions,
  type MethodOutcome,
} from "../decision/methods/method.ts";
import { NORMALISATIONS } from "../decision/methods/normalise.ts";
import { ranksOf } from "../decision/methods/ranks.ts";
import { agreement } from "../decision/robustness/agreement.ts";
import { disagreement, type Ranking } from "../decision/robustness/disagreement.ts";
import { reversalTests } from "../decision/robustness/rank-reversal.ts";
import type { Ranker } from "../decision/robustness/ranker.ts";
import { monotoneDirection, tableFor } from "../decision/values/value-model.ts";
import type { Asked } from "../input/matrix/matrix-types.ts";
import type { Witness } from "../report/rank/types.ts";
import type { RankProblem } from "./rank-problem.ts";
import { disagreementSentence, reversalReport } from "./rank-words.ts";

/** What the other methods make of the table, each beside the additive ranking. */
export function witnessesOf(
  asked: readonly Asked[] | null,
  problem: RankProblem,
  weights: readonly number[],
  standard: Ranking,
): Witness[] {
  const methods = asked ?? DEFAULT_WITNESSES.map(({ id }) => ({ id, options: {} }));
  return methods.flatMap(({ id, options }) => {
    const method = methodOf(id);
    return method === undefined ? [] : [witness(method, options, problem, weights, standard)];
  });
}

function witness(
  method: Method,
  asked: Asked["options"],
  problem: RankProblem,
  weights: readonly number[],
  standard: Ranking,
): Witness {
  const { criteria, figures, alternatives } = problem;
  const inputs = asked["inputs"] === "values" ? "values" : "figures";
  const options = { ...method.defaults, ...readOptions(asked) };
  const judge = (rows: readonly (readonly number[])[]): MethodOutcome | string => {
    const table = tableFor(criteria, weights, rows, inputs);
    const obstacle = method.obstacle?.(table, options) ?? null;
    return obstacle ?? method.apply(table, options);
  };
  const { id, title, higherIsBetter } = method;
  const described = { method: id, title, options: { ...options, inputs }, higherIsBetter };
  const outcome = judge(figures);
  if (typeof outcome === "string") return { ...described, ...nothing(outcome) };

  const { scores, parts, detail = {}, compromise = null } = outcome;
  const ranks = ranksOf(scores, higherIsBetter);
  const idOf = (index: number): string => alternatives[index]?.id ?? "";
  const ranker: Ranker = {
    higherIsBetter,
    scores: (rows) => {
      const found = judge(rows);
      return typeof found === "string" ? null : found.scores;
    },
  };
  const directions = criteria.map(monotoneDirection);
  const found = disagreement(standard, { scores, higherIsBetter, parts });
  return {
    ...described,
    obstacle: null,
    scores,
    ranks,
    winners: ranks.flatMap((rank, i) => (rank === 1 ? [idOf(i)] : [])),
    detail,
    compromise:
      compromise === null ? null : { ...compromise, members: compromise.members.map(idOf) },
    agreement: agreement(ranksOf(standard.scores, standard.higherIsBetter), ranks),
    disagreement:
      found === null
        ? null
        : {
            ...found,
            ahead: idOf(found.ahead),
            behind: idOf(found.behind),
            criterion: criteria[found.criterion]?.id ?? "",
            message: disagreementSentence(found, method, problem),
          },
    reversal: reversalReport(reversalTests(ranker, figures, directions), problem),
  };
}

function nothing(
  obstacle: string,
): Omit<Witness, "method" | "title" | "options" | "higherIsBetter"> {
  return {
    obstacle,
    scores: null,
    ranks: null,
    winners: [],
    detail: {},
    compromise: null,
    agreement: null,
    disagreement: null,
    reversal: null,
  };
}

/** Options of the file, which the schema has checked. */
function readOptions(asked: Asked["options"]): MethodOptions {
  const { v, lambda, threshold } = asked;
  const normalisation = NORMALISATIONS.find((known) => known === asked["normalisation"]);
  const distance = DISTANCE_IDS.find((known) => known === asked["distance"]);
  return {
    ...(distance === undefined ? {} : { distance }),
    ...(normalisation === undefined ? {} : { normalisation }),
    ...(typeof v === "number" ? { v } : {}),
    ...(typeof lambda === "number" ? { lambda } : {}),
    ...(typeof threshold === "number" ? { threshold } : {}),
  };
}
