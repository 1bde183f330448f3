import { parse } from "yaml";
import type { Advisor } from "../../app/ask.ts";
import { didYouMean } from "../../input/suggest.ts";
import { errorsIn, isAt } from "../../questionnaire/check-answer.ts";
import { parsePath } from "../../questionnaire/document.ts";
import { draftWorkload, type Override } from "../../questionnaire/draft.ts";
import { asAnswer } from "../../questionnaire/make-question.ts";
import type { Answer, Answers } from "../../questionnaire/question.ts";
import type { Texts } from "../../texts/texts.ts";
import { problemText } from "./shown-question.ts";
import { Failure } from "../failure.ts";

/** One `--set`, split at its first equals sign. */
export interface Setting {
  key: string;
  text: string;
}

/** The first part of every path of a workload file. */
const SECTIONS: ReadonlySet<unknown> = new Set([
  "scenario",
  "demand",
  "budget",
  "scalability",
  "constraints",
  "preferences",
]);

/** Choices named where none is like the answer. */
const CHOICES_LISTED = 20;

/**
 * Settings of the command line, in their order: answers where the key is a question's id, else values at their path in the
 * workload.
 *
 * @throws Failure when a key is neither, or an answer is none to its question
 */
export function readSettings(
  settings: readonly Setting[],
  earlier: Answers,
  { facts }: Advisor,
  texts: Texts,
): { answers: Answers; overrides: readonly Override[] } {
  const answers = new Map(earlier);
  const overrides: Override[] = [];
  for (const { key, text } of settings) {
    const draft = draftWorkload(answers, facts, overrides);
    const applied = draft.questions.find(({ question }) => question.id === key);
    const known = [...draft.questions.map(({ question }) => question.id), ...draft.ruledOut];
    if (applied !== undefined) {
      const answer = answerOf(text);
      const fault = applied.question.fault(answer, applied.situation);
      const choices = applied.question.choices(applied.situation).map(({ value }) => value);
      if (fault !== null) {
        const listed = choices.slice(0, CHOICES_LISTED).join(", ");
        const help = didYouMean(text, choices) ?? (listed === "" ? null : `such as: ${listed}`);
        throw new Failure(`--set ${key}: ${problemText(fault, texts)}`, help);
      }
      answers.set(key, answer);
      continue;
    }
    if (draft.ruledOut.includes(key)) {
      throw new Failure(`--set ${key}: another answer rules this question out`);
    }
    const path = parsePath(key);
    if (path === null || path.length < 2 || !SECTIONS.has(path[0])) {
      const noScenario = "name the scenario first: --set scenario=natural-language-services";
      throw new Failure(
        `--set ${key}: neither a question nor a path such as budget.monthly`,
        draft.document === null ? noScenario : didYouMean(key, known),
      );
    }
    overrides.push({ path, value: parsed(text) });
  }
  return { answers, overrides };
}

/**
 * What the reader of workloads says about answers and settings that were not typed at a prompt.
 *
 * @throws Failure with the first fault
 */
export function checkSettings(
  answers: Answers,
  overrides: readonly Override[],
  { facts, read }: Advisor,
): void {
  const { document, questions } = draftWorkload(answers, facts, overrides);
  if (document === null) return;
  const [fault] = errorsIn(document, read);
  if (fault === undefined) return;
  const forced = overrides.some(({ path }) => isAt(path)(fault));
  const cause = questions.find(
    ({ question, answered }) => answered && question.path !== null && isAt(question.path)(fault),
  );
  const place = forced || cause === undefined ? fault.path : cause.question.id;
  throw new Failure(`${place}: ${fault.message}`, fault.help);
}

/** Text stays as it is typed; lists and mappings are YAML. */
function answerOf(text: string): Answer {
  const value = parsed(text);
  const answer = typeof value === "object" ? asAnswer(value) : null;
  return Array.isArray(value) && value.length === 0 ? [] : (answer ?? text.trim());
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return text.trim();
  }
}
