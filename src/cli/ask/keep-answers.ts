import { writeAnswers } from "../../questionnaire/answers-file.ts";
import { resumeCommand } from "../../questionnaire/command-line.ts";
import { answersOf, draftOf, type Interview } from "../../questionnaire/interview.ts";
import { shellWord } from "../../report/shell-word.ts";
import { fill } from "../../texts/texts.ts";
import { outputStyle } from "../output-style.ts";
import { writeFileAtomically } from "../write-file.ts";
import type { Session } from "./run.ts";

/** Where an interrupted run leaves its answers, and where `--resume` looks for them. */
export const RESUME_FILE = "chipselect-answers.yaml";

/** Keeps the answers of someone who leaves, if asked first only with consent. */
export async function keepAnswers(
  interview: Interview,
  session: Session,
  askFirst: boolean,
): Promise<void> {
  const { io, flags, texts, advisor } = session;
  const { keep } = texts;
  // The terminal wrote ^C where the cursor was.
  if (session.interrupt.aborted) await io.stderr.write("\n");
  const file = typeof flags.resume === "string" ? flags.resume : RESUME_FILE;
  if (interview.given.length > 0 && (!askFirst || (await consent(file, session)))) {
    // Answers that later ones ruled out would not be understood.
    const asked = new Set(draftOf(interview, advisor.facts).questions.map((q) => q.question.id));
    const answers = [...answersOf(interview)].filter(([id]) => asked.has(id));
    const text = writeAnswers(new Map(answers), texts.file.answers);
    await writeFileAtomically(io.cwd, file, text, { overwrite: true });
    const command = resumeCommand(file, interview.overrides, {
      output: flags.output ?? null,
      language: flags.lang ?? null,
    });
    // On a line of its own, to be copied.
    const line = command.map(shellWord).join(" ");
    await io.stderr.write(`${fill(keep.kept, { file })}\n  ${line}\n`);
  }
  await io.stderr.write(`${keep.cancelled}\n`);
}

async function consent(file: string, { io, flags, texts }: Session): Promise<boolean> {
  if (io.terminal === undefined) return false;
  const [{ createPrompter }, { promptTheme }] = await Promise.all([
    import("../prompts/prompter.ts"),
    import("../prompts/theme.ts"),
  ]);
  const style = outputStyle(flags, io, io.stderr);
  const prompter = createPrompter(io.terminal, promptTheme(style, texts.prompts), texts.prompts);
  const { keep } = texts;
  const reply = await prompter({
    kind: "choice",
    message: fill(keep.message, { file }),
    default: "yes",
    choices: [
      { value: "yes", name: keep.yes },
      { value: "no", name: keep.no },
    ],
    validate: () => null,
  });
  return reply.kind === "answer" && reply.answer === "yes";
}
