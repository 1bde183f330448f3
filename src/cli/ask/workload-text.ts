import type { Draft } from "../../questionnaire/draft.ts";
import { writeWorkload, type Remark } from "../../questionnaire/write-workload.ts";
import { fill, type Texts } from "../../texts/texts.ts";
import { questionTexts } from "./shown-question.ts";

/** The workload as a file: what each line means, and what of it nobody was asked. Empty before a scenario is chosen. */
export function workloadText(
  { document, questions }: Draft,
  scenario: string,
  texts: Texts,
): string {
  if (document === null) return "";
  const remarks = questions.flatMap(({ question, answered }): Remark[] => {
    if (question.path === null) return [];
    const { label } = questionTexts({ ...question, names: {} }, texts, null);
    const text = answered ? label : fill(texts.file.remark, { label });
    return [{ path: question.path, text }];
  });
  const { by, assumed, units, evaluate } = texts.file;
  return writeWorkload(document, [fill(by, { scenario }), assumed, units, evaluate], remarks);
}
