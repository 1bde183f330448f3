import { Document } from "yaml";
import type { Diagnostic, Reading } from "../input/diagnostic.ts";
import { about } from "../input/file-errors.ts";
import { isMapping } from "../input/mapping.ts";
import { readYaml } from "../input/read-yaml.ts";
import { diagnosticAt, type SourceDocument } from "../input/source-document.ts";
import { didYouMean } from "../input/suggest.ts";
import { errorsIn, isAt, type ReadDocument } from "./check-answer.ts";
import { draftWorkload, type Draft } from "./draft.ts";
import { asAnswer, asText, plain } from "./make-question.ts";
import type { Answer, Answers, Facts } from "./question.ts";

/** What an editor with a YAML language server needs to complete the file. */
const MODELINE =
  "yaml-language-server: $schema=./node_modules/chipselect/schemas/answers.schema.json";

/** Answers by question id, as a file that `--answers` and `--resume` read. */
export function writeAnswers(answers: Answers, heading: string): string {
  const written = [...answers].map(([id, answer]) => [id, writtenAs(answer)] as const);
  const yaml = new Document(Object.fromEntries(written));
  yaml.commentBefore = ` ${MODELINE}\n\n ${heading}`;
  return yaml.toString({ lineWidth: 0 });
}

/** Figures without quotation marks, where they read back as they are. */
function writtenAs(answer: Answer): unknown {
  const value = plain(answer);
  return asAnswer(value) === answer ? value : answer;
}

/**
 * Reads an answers file and tries its answers: unknown questions, answers that no question takes, and what the reader of
 * workloads says about the result, all at their place in the file.
 *
 * @param others answers from elsewhere, which go before those of the file
 */
export function readAnswers(
  text: string,
  file: string,
  others: Answers,
  facts: Facts,
  read: ReadDocument,
): Reading<Answers> {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const document = yaml.value;
  if (!isMapping(document.value)) {
    const help = "an answers file starts like this: scenario: natural-language-services";
    const message = "the file holds no mapping of questions to answers";
    return { ok: false, diagnostics: [about(file, "CS1103", message, help)] };
  }
  const answers = new Map<string, Answer>();
  const diagnostics: Diagnostic[] = [];
  for (const [id, value] of Object.entries(document.value)) {
    const answer = asAnswer(value);
    if (answer !== null) answers.set(id, answer);
    else diagnostics.push(wrongKind(document, id));
  }
  const draft = draftWorkload(new Map([...answers, ...others]), facts);
  diagnostics.push(...faultsOf(draft, answers, document, read));
  return diagnostics.length > 0
    ? { ok: false, diagnostics }
    : { ok: true, value: answers, warnings: [] };
}

function wrongKind(document: SourceDocument, id: string): Diagnostic {
  const message = `the answer to "${id}" has the wrong form`;
  const help = "an answer is a text, a number, a list of names, or a number for each criterion";
  return diagnosticAt(document, [id], { code: "CS1103", message, help });
}

function faultsOf(
  draft: Draft,
  answers: Answers,
  document: SourceDocument,
  read: ReadDocument,
): Diagnostic[] {
  const known = draft.questions.map(({ question }) => question.id);
  const unknown = [...answers.keys()].filter((id) => !known.includes(id));
  const faults = unknown.map((id) => {
    const ruledOut = draft.ruledOut.includes(id);
    return diagnosticAt(
      document,
      [id],
      {
        code: ruledOut ? "CS1107" : "CS1101",
        message: ruledOut
          ? `"${id}" is not asked: another answer rules it out`
          : `there is no question "${id}"`,
        help: ruledOut ? null : unknownHelp(draft, id, known),
      },
      "key",
    );
  });
  for (const { question, situation } of draft.questions) {
    const answer = answers.get(question.id);
    const fault = answer === undefined ? null : question.fault(answer, situation);
    if (fault === null) continue;
    const values = question.choices(situation).map(({ value }) => value);
    faults.push(
      diagnosticAt(document, [question.id], {
        code: "CS1104",
        message: `"${fault.values["value"] ?? asText(answer)}" is no answer to "${question.id}"`,
        help: didYouMean(fault.values["value"] ?? "", values),
      }),
    );
  }
  if (faults.length > 0 || draft.document === null) return faults;
  return errorsIn(draft.document, read).map((error) => {
    const cause = draft.questions.find(
      ({ question, answered }) => answered && question.path !== null && isAt(question.path)(error),
    );
    const path = cause === undefined ? [] : [cause.question.id];
    return { ...diagnosticAt(document, path, error), severity: error.severity };
  });
}

function unknownHelp(draft: Draft, id: string, known: readonly string[]): string | null {
  return draft.document === null
    ? "name the scenario first, for example: scenario: natural-language-services"
    : didYouMean(id, known);
}
