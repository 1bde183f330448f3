import type { Diagnostic, Reading } from "../input/diagnostic.ts";
import type { Mapping } from "../input/mapping.ts";
import { formatPath, type Path } from "../input/path.ts";
import type { Workload } from "../input/workload-types.ts";
import { draftOf, withAnswer, type Interview } from "./interview.ts";
import type { Applied } from "./draft.ts";
import type { Answer, AnswerFault, Facts } from "./question.ts";

/** Reads a workload document as if it were a file. */
export type ReadDocument = (document: Mapping) => Reading<Workload>;

export type Problem = AnswerFault | { diagnostic: Diagnostic };

/**
 * What is wrong with an answer; null when nothing is. First the question's own rule, then the reader of workload files
 * with all its checks: only what this answer brings in counts.
 */
export function answerProblem(
  { question, situation }: Applied,
  answer: Answer,
  interview: Interview,
  facts: Facts,
  read: ReadDocument,
): Problem | null {
  const fault = question.fault(answer, situation);
  if (fault !== null) return fault;
  const { document } = draftOf(withAnswer(interview, question.id, answer), facts);
  if (document === null) return null;
  const faults = errorsIn(document, read);
  const own = question.path === null ? undefined : faults.find(isAt(question.path));
  if (own !== undefined) return { diagnostic: own };
  const before = draftOf(interview, facts).document;
  const known = new Set((before === null ? [] : errorsIn(before, read)).map(({ path }) => path));
  const fresh = faults.find(({ path }) => !known.has(path));
  return fresh === undefined ? null : { diagnostic: fresh };
}

export function errorsIn(document: Mapping, read: ReadDocument): readonly Diagnostic[] {
  const reading = read(document);
  return reading.ok ? [] : reading.diagnostics.filter(({ severity }) => severity === "error");
}

/** At the place, or inside it. */
export function isAt(path: Path): (diagnostic: Diagnostic) => boolean {
  const place = formatPath(path);
  return (diagnostic) =>
    diagnostic.path === place ||
    diagnostic.path.startsWith(`${place}.`) ||
    diagnostic.path.startsWith(`${place}[`);
}
