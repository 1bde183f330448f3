import type { Advisor } from "../../app/ask.ts";
import type { Draft } from "../../questionnaire/draft.ts";
import { impacts, type Impact } from "../../questionnaire/impact.ts";
import { answersOf, draftOf, type Interview } from "../../questionnaire/interview.ts";
import type { Steps } from "../../questionnaire/steps.ts";
import type { EvaluationResult } from "../../report/types.ts";

/** Everything that follows from the answers so far. */
export interface Scene {
  draft: Draft;
  /** Null until the answers make a workload. */
  result: EvaluationResult | null;
  /** Null while opening questions are open: they are asked in any case. */
  impacts: readonly Impact[] | null;
}

/** @param tried told before each question whose answers are tried */
export function* sceneOf(
  interview: Interview,
  advisor: Advisor,
  tried: (done: number, total: number) => void = () => {},
): Steps<Scene> {
  const draft = draftOf(interview, advisor.facts);
  const { document } = draft;
  const result = document === null ? null : yield* advisor.evaluate(document);
  const opened = draft.questions.every(
    ({ question, answered }) => answered || question.stage !== "opening",
  );
  if (document === null || !(opened || interview.enough)) return { draft, result, impacts: null };
  const answers = answersOf(interview);
  const { facts, judge } = advisor;
  const all = yield* impacts(draft, answers, facts, interview.overrides, judge, tried);
  return { draft, result, impacts: all };
}
