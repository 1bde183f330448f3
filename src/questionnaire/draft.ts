import type { Mapping } from "../input/mapping.ts";
import type { Path } from "../input/path.ts";
import { withFittingBudget } from "./base-document.ts";
import { sameValue, withValue } from "./document.ts";
import { presetTasks } from "./preset-tasks.ts";
import type { Answers, Facts, Question, Situation } from "./question.ts";
import { SCENARIO, TASKS } from "./questions/scenario.ts";
import { taskQuestions } from "./questions/task.ts";
import { taskPlace } from "./questions/task-place.ts";
import { weightQuestions, withElicitedWeights } from "./questions/weights.ts";
import { LIMIT_QUESTIONS, PLACE_QUESTIONS } from "./questions/workload.ts";

/** A value that the person put at a place of the workload without a question (`--set path=value`). */
export interface Override {
  path: Path;
  value: unknown;
}

/** The workload that some answers make, and every question that applies to it. */
export interface Draft {
  /** Null until the scenario is chosen. */
  document: Mapping | null;
  questions: readonly Applied[];
  /** Ids of questions that the scenario has, but that other answers rule out. */
  ruledOut: readonly string[];
}

/** A question that applies, with what it may look at. */
export interface Applied {
  question: Question;
  situation: Situation;
  answered: boolean;
}

/**
 * Writes the answers into the scenario's example, question by question: each sees what stands before it, so that defaults
 * follow from earlier answers. Answers to questions that no longer apply change nothing.
 */
export function draftWorkload(
  answers: Answers,
  facts: Facts,
  overrides: readonly Override[] = [],
): Draft {
  const scenario = answers.get(SCENARIO.id);
  if (typeof scenario !== "string" || !facts.scenarios.includes(scenario)) {
    const situation: Situation = { preset: {}, answers, document: {}, facts };
    const first = { question: SCENARIO, situation, answered: false };
    return { document: null, questions: [first], ruledOut: [] };
  }
  const preset = facts.preset(scenario);
  const questions: Applied[] = [];
  const ruledOut: string[] = [];
  let document = preset;
  const situationNow = (): Situation => ({ preset, answers, document, facts });
  const put = (question: Question): void => {
    const situation = situationNow();
    if (!question.when(situation)) {
      ruledOut.push(question.id);
      return;
    }
    const answer = answers.get(question.id);
    const override = overrides.find(({ path }) => sameValue(path, question.path));
    const answered = answer !== undefined || override !== undefined;
    questions.push({ question, situation, answered });
    if (answer !== undefined) document = question.write(document, answer, situation);
    // At once, for the defaults of later questions.
    if (override !== undefined) document = withValue(document, override.path, override.value);
  };
  put(SCENARIO);
  put(TASKS);
  const chosen = presetTasks(document);
  chosen.forEach((task, index) => {
    for (const question of taskQuestions(taskPlace(task, index, chosen.length))) put(question);
  });
  for (const question of PLACE_QUESTIONS) put(question);
  document = withFittingBudget(document, preset);
  for (const question of LIMIT_QUESTIONS) put(question);
  const beforeWeights = situationNow();
  for (const question of weightQuestions(beforeWeights)) put(question);
  document = withElicitedWeights({ ...beforeWeights, document });
  for (const { path, value } of overrides) document = withValue(document, path, value);
  return { document, questions, ruledOut };
}
