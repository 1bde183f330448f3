import { valueAt } from "../../questionnaire/document.ts";
import { answered, asAnswer } from "../../questionnaire/make-question.ts";
import type { Applied, Draft } from "../../questionnaire/draft.ts";
import { answersOf, type Interview } from "../../questionnaire/interview.ts";
import { worthAsking, type Impact } from "../../questionnaire/impact.ts";
import { NONE } from "../../questionnaire/question.ts";
import { displayWidth, wrap } from "../../report/terminal/width.ts";
import { fill, type Texts } from "../../texts/texts.ts";
import type { Shown, ShownChoice } from "../prompts/prompter.ts";
import { answerText, questionTexts } from "./shown-question.ts";

/** Every figure of the workload with who said so, as lines of the screen. */
export function reviewLines(
  draft: Draft,
  interview: Interview,
  texts: Texts,
  width: number,
): string[] {
  const rows = listed(draft, interview).map((applied) => {
    const { label } = questionTexts(applied.question, texts, null);
    return {
      label,
      value: valueText(applied, draft, texts),
      source: sourceText(applied, interview, texts),
    };
  });
  const labelWidth = Math.max(...rows.map(({ label }) => displayWidth(label)));
  return [
    texts.review.title,
    ...rows.flatMap(({ label, value, source }) => {
      const margin = labelWidth + 4;
      const padding = " ".repeat(labelWidth - displayWidth(label));
      return wrap(fill(texts.review.line, { value, source }), Math.max(20, width - margin)).map(
        (line, index) =>
          index === 0 ? `  ${label}${padding}  ${line}` : " ".repeat(margin) + line,
      );
    }),
  ];
}

/** The last question: write it, go on, or change one of the answers. */
export function reviewQuestion(
  draft: Draft,
  interview: Interview,
  impacts: readonly Impact[],
  file: string | null,
  texts: Texts,
): Shown {
  const { review } = texts;
  const more = worthAsking(impacts).length;
  const edits = draft.questions
    .filter((applied) => applied.question.stage !== "weights" || applied.question.id === "weights")
    // What the command line sets stays set.
    .filter(({ question, answered: known }) => !known || answersOf(interview).has(question.id))
    .map((applied): ShownChoice => {
      const { label } = questionTexts(applied.question, texts, null);
      return {
        value: `edit:${applied.question.id}`,
        name: `${fill(review.edit, { label })} = ${valueText(applied, draft, texts)}`,
      };
    });
  return {
    // Thirty things to change are found quicker by their name.
    kind: "search",
    message: review.message,
    default: "write",
    choices: [
      {
        value: "write",
        name: file === null ? review.print : fill(review.write, { file }),
      },
      ...(more > 0 ? [{ value: "more", name: fill(review.more, { count: more }) }] : []),
      { value: "quit", name: review.quit },
      ...edits,
    ],
    validate: () => null,
  };
}

/** What is said or holds; limits that nobody set are left out. */
function listed(draft: Draft, interview: Interview): readonly Applied[] {
  const answers = answersOf(interview);
  return draft.questions.filter(({ question, situation }) => {
    if (answers.has(question.id)) return true;
    if (question.stage === "weights") return question.id === "weights";
    const value = answered(question, situation);
    return value !== null && value !== NONE && !(Array.isArray(value) && value.length === 0);
  });
}

function valueText(applied: Applied, draft: Draft, texts: Texts): string {
  const { question, situation } = applied;
  const forced = applied.answered && !situation.answers.has(question.id);
  const value =
    forced && question.path !== null
      ? asAnswer(valueAt(draft.document, question.path))
      : answered(question, situation);
  return answerText(applied, value, texts);
}

function sourceText(
  { question, answered: known }: Applied,
  interview: Interview,
  texts: Texts,
): string {
  if (interview.given.some(({ id }) => id === question.id)) return texts.review.yours;
  return known ? texts.review.set : texts.review.assumed;
}
