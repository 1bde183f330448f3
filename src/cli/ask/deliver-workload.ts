import { setImmediate } from "node:timers/promises";
import { evaluate } from "../../app/evaluate.ts";
import { packageVersion } from "../../app/package-root.ts";
import { equivalentCommand } from "../../questionnaire/command-line.ts";
import { answersOf, draftOf, type Interview } from "../../questionnaire/interview.ts";
import { asText } from "../../questionnaire/make-question.ts";
import type { Document } from "../../report/document.ts";
import { candidatesTable } from "../../report/evaluation/candidates-table.ts";
import { evaluationDocument } from "../../report/evaluation/document.ts";
import { render } from "../../report/formats.ts";
import type { EvaluationResult } from "../../report/types.ts";
import { wrap } from "../../report/terminal/width.ts";
import { shellWord } from "../../report/shell-word.ts";
import { fill } from "../../texts/texts.ts";
import { deliver, deliverFiles } from "../deliver.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { loadWorkloadText } from "../load-workload.ts";
import { outputStyle } from "../output-style.ts";
import { translated, translatedFaults } from "../translated.ts";
import { warn } from "../warn.ts";
import { writeFileAtomically } from "../write-file.ts";
import type { Session } from "./run.ts";
import { problemText } from "./shown-question.ts";
import { workloadText } from "./workload-text.ts";

/** What will be written and told, before any of it is. */
interface Delivery {
  text: string;
  result: EvaluationResult;
  /** What the reader of workloads remarks on the file, such as a limit that never binds. */
  remarks: readonly string[];
  /** Words of the command that gives the same. */
  command: readonly string[];
}

/** Evaluates the workload that will be written. A signal meanwhile is seen before this resolves. */
export async function prepareDelivery(interview: Interview, session: Session): Promise<Delivery> {
  const { flags, io, texts, language, advisor, file } = session;
  const draft = draftOf(interview, advisor.facts);
  const answers = answersOf(interview);
  const text = workloadText(draft, asText(answers.get("scenario")), texts);
  const source = nameOf(file);
  const { workload, catalog, lineOf, warnings } = await loadWorkloadText(
    { file: source, text },
    source,
    // Nobody has seen the file yet: remarks on it are told in a line, in the language of the session.
    { ...flags, quiet: true },
    io,
  );
  const faults = await translatedFaults(language);
  const remarks = warnings.map((warning) => problemText({ diagnostic: warning }, texts, faults));
  const result = evaluate(workload, catalog, { version: packageVersion(), lineOf });
  await setImmediate();
  const command = equivalentCommand(draft, answers, interview.overrides, { file, language });
  return { text, result, remarks, command };
}

/**
 * Writes the workload and tells its evaluation. With a file, stdout gets the evaluation; without one, stdout is the workload and the
 * recommendation is told on stderr.
 */
export async function deliverWorkload(
  { text, result, remarks, command }: Delivery,
  { flags, io, texts, language, file }: Session,
): Promise<ExitCode> {
  if (file !== null) {
    await writeFileAtomically(io.cwd, file, text, { overwrite: flags.force === true });
  }
  const inLanguage = await translated(language);
  const report = {
    result,
    document: () => evaluationDocument(result, { source: nameOf(file), all: false }),
    inLanguage,
    table: () => candidatesTable(result),
  };
  const told = [
    ...remarks.map((remark) => fill(texts.done.remark, { remark })),
    file === null ? verdict(inLanguage(report.document())) : fill(texts.done.wrote, { file }),
    texts.done.same,
  ];
  const { width } = outputStyle(flags, io, io.stderr);
  const lines = io.stderr.isTerminal ? told.flatMap((text) => wrap(text, width)) : told;
  // The command stays whole, to be copied.
  const notes = [...lines, command.map(shellWord).join(" ")];
  if (!flags.quiet) await io.stderr.write(notes.map((line) => `${line}\n`).join(""));
  await warn(result.warnings, flags, io);
  if (file === null) {
    await deliverFiles((format, style) => render(report, format, style), flags, io);
    await io.stdout.write(text);
  } else {
    await deliver(report, flags, io);
  }
  return result.recommendation === null ? EXIT.gateFails : EXIT.ok;
}

function nameOf(file: string | null): string {
  return file ?? "workload.yaml";
}

/** The first sentence of the report: what to take, or that nothing meets every limit. */
function verdict({ blocks }: Document): string {
  const [first] = blocks;
  return first?.kind === "paragraph" ? first.text : "";
}
