import type { Interview } from "../../questionnaire/interview.ts";
import { outputStyle } from "../output-style.ts";
import { createPrompter } from "../prompts/prompter.ts";
import { promptTheme } from "../prompts/theme.ts";
import { showProgress } from "../progress.ts";
import { translatedFaults } from "../translated.ts";
import { inBackground, inTurns } from "./in-turns.ts";
import type { Session } from "./run.ts";
import { talk, type Talk } from "./talk.ts";

/** A talk on the terminal of the session. This file loads inquirer, so it is loaded only when someone is asked. */
export async function interviewPerson(start: Interview, session: Session): Promise<Talk> {
  const { flags, io, texts, language, advisor, file, interrupt } = session;
  if (io.terminal === undefined) throw new Error("nobody to ask");
  const style = outputStyle(flags, io, io.stderr);
  const { screen } = io.terminal;
  const theme = promptTheme(style, texts.prompts, () => (screen.columns ?? 80) - 1);
  const prompter = createPrompter(io.terminal, theme, texts.prompts, interrupt);
  return talk(start, {
    advisor,
    prompter,
    texts,
    faults: await translatedFaults(language),
    file,
    work: (steps) => inTurns(steps, interrupt),
    ahead: inBackground,
    width: () => outputStyle(flags, io, io.stderr).width,
    progress: () =>
      showProgress(io, texts.live.trying, {
        quiet: flags.quiet === true,
        milliseconds: () => performance.now(),
      }),
    say: (line) => io.stderr.write(`${line}\n`),
  });
}
