import type { Problem } from "../../questionnaire/check-answer.ts";
import type { Applied } from "../../questionnaire/draft.ts";
import type { Impact } from "../../questionnaire/impact.ts";
import { NONE, type Answer, type Question } from "../../questionnaire/question.ts";
import { chooseScale, significant } from "../../report/figures.ts";
import type { Translate } from "../../report/translate.ts";
import type { EvaluationResult } from "../../report/types.ts";
import { fill, textAt, type Texts } from "../../texts/texts.ts";
import type { Shown, ShownChoice } from "../prompts/prompter.ts";

/** Texts of a question in the language of the session, with the names that it mentions. */
export function questionTexts(
  { text, names }: Question,
  texts: Texts,
  result: EvaluationResult | null,
): { label: string; message: string; help: string } {
  const { label, message, help } = texts.questions[text];
  const named = Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, criterionName(name, texts)]),
  );
  // Points are worth what lies between the ends of a range, so both are told.
  const ranged = Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, withRange(name, texts, result)]),
  );
  const { task } = names;
  const ofTask = (words: string): string =>
    task === undefined ? words : fill(texts.prompts.ofTask, { task, message: words });
  return {
    label: ofTask(fill(label, named)),
    message: ofTask(fill(message, text === "swingPoints" ? ranged : named)),
    help: fill(help, named),
  };
}

/** The question as a prompt draws it, with what it could do to the ranking. */
export function shownQuestion(
  { question, situation }: Applied,
  {
    texts,
    impact,
    before,
    result,
    problem,
    faults,
  }: {
    texts: Texts;
    impact: Impact | null;
    /** Answer that was given before, else null. */
    before: Answer | null;
    result: EvaluationResult | null;
    problem: (answer: Answer) => Problem | null;
    /** What the reader of workloads says, in the language of the session. */
    faults: Translate;
  },
): Shown {
  const { message } = questionTexts(question, texts, result);
  const ranged = question.text === "swingMost";
  return {
    kind: question.kind,
    message: withImpact(message, impact, texts),
    default: spoken(question, before ?? question.default(situation), texts),
    choices: question.choices(situation).map(({ value }) => ({
      value,
      name: ranged ? withRange(value, texts, result) : valueName(question, value, texts, situation),
      words: question.id === "scenario" ? (textAt(texts.scenarioWords, value) ?? "") : "",
    })),
    typed: (term): readonly ShownChoice[] =>
      question.free(term) ? [{ value: term, name: term }] : [],
    validate: (answer) => {
      const found = problem(heard(question, answer, texts));
      return found === null ? null : problemText(found, texts, faults);
    },
  };
}

/** An answer to be typed, in the language of the session: the word for none. */
function spoken({ kind }: Question, answer: Answer | null, texts: Texts): Answer | null {
  return kind === "text" && answer === NONE ? texts.prompts.none : answer;
}

/** The other way round. */
export function heard({ kind }: Question, answer: Answer, texts: Texts): Answer {
  return kind === "text" && answer === texts.prompts.none ? NONE : answer;
}

function withImpact(message: string, impact: Impact | null, texts: Texts): string {
  if (impact === null) return message;
  if (impact.changed > 0) return fill(texts.prompts.winner, { message });
  return fill(texts.prompts.shift, { message, shift: impact.shift.toFixed(2) });
}

/** @param faults the language of what the reader of workloads says; English where commands speak that */
export function problemText(
  problem: Problem,
  texts: Texts,
  faults: Translate = (text) => text,
): string {
  if (!("diagnostic" in problem)) return fill(texts.faults[problem.key], problem.values);
  const { message, help } = problem.diagnostic;
  return help === null
    ? faults(message)
    : fill(texts.faults.help, { message: faults(message), help: faults(help) });
}

/** An answer as a person reads it. */
export function answerText(
  { question, situation }: Applied,
  answer: Answer | null,
  texts: Texts,
): string {
  if (answer === null || answer === NONE) return texts.prompts.none;
  const name = (value: string): string => valueName(question, value, texts, situation);
  if (typeof answer === "string") return name(answer);
  if (isList(answer)) return answer.length > 0 ? answer.map(name).join(", ") : texts.prompts.none;
  return Object.entries(answer)
    .map(([id, value]) => `${criterionName(id, texts)} ${value}`)
    .join(", ");
}

function isList(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer);
}

function valueName(
  question: Question,
  value: string,
  texts: Texts,
  situation: Applied["situation"],
): string {
  if (question.id === "scenario") return textAt(texts.scenarios, value) ?? value;
  const names: Readonly<Record<string, unknown>> = texts.choices;
  const own = names[question.text];
  const named = typeof own === "object" && own !== null ? textAt({ ...own }, value) : null;
  if (named !== null) {
    const criteria = Object.entries(question.names).map(
      ([key, id]) => [key, criterionName(id, texts)] as const,
    );
    return fill(named, Object.fromEntries(criteria));
  }
  if (question.stage === "weights") return criterionName(value, texts);
  const choice = question.choices(situation).find((known) => known.value === value);
  return choice?.name ?? value;
}

/** A criterion that a language has no word for yet keeps its id. */
export function criterionName(id: string, texts: Texts): string {
  return textAt(texts.criteria, id) ?? id;
}

function withRange(id: string, texts: Texts, result: EvaluationResult | null): string {
  const name = criterionName(id, texts);
  const criterion = result?.criteria.find((each) => each.id === id);
  if (criterion === undefined) return name;
  const { worst, best, unit } = criterion;
  const scale = chooseScale(unit, [worst, best]);
  const figure = (value: number): string => significant(value / scale.factor);
  const range = fill(texts.prompts.ranges, {
    worst: figure(worst),
    best: figure(best),
    // What is measured from 0 to 1 needs no unit.
    unit: scale.unit.startsWith("0–1") ? "" : (textAt(texts.units, scale.unit) ?? scale.unit),
  }).trim();
  return fill(texts.prompts.withRange, { name, range });
}
