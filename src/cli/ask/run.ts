import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { createAdvisor, type Advisor } from "../../app/ask.ts";
import { loadBuiltinCatalog } from "../../app/builtin-catalog.ts";
import { packageVersion } from "../../app/package-root.ts";
import { readAnswers } from "../../questionnaire/answers-file.ts";
import { draftWorkload, type Draft } from "../../questionnaire/draft.ts";
import { answersOf, startInterview, type Interview } from "../../questionnaire/interview.ts";
import type { Answers } from "../../questionnaire/question.ts";
import { languageOf } from "../../texts/language.ts";
import { type Language } from "../../texts/language.ts";
import { textAt, textsOf, type Texts } from "../../texts/texts.ts";
import { BadInput } from "../bad-input.ts";
import type { AskFlags } from "../commands/ask.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Io } from "../io.ts";
import { readInput } from "../read-input.ts";
import { jsonReader } from "../read-json.ts";
import { checkSettings, readSettings } from "./command-line-answers.ts";
import { deliverWorkload, prepareDelivery } from "./deliver-workload.ts";
import { keepAnswers, RESUME_FILE } from "./keep-answers.ts";

/** What every step of a run needs to know. */
export interface Session {
  flags: AskFlags;
  io: Io;
  language: Language;
  texts: Texts;
  advisor: Advisor;
  /** File of the workload; null for standard output. */
  file: string | null;
  /** Aborted by Ctrl-C where no prompt takes it: while the program computes. */
  interrupt: AbortSignal;
}

/** Runs `chipselect ask`: answers from files and the command line first, then questions where someone can be asked. */
export async function runAsk(flags: AskFlags, io: Io): Promise<ExitCode> {
  const file = await targetFile(flags, io);
  const language = languageOf(flags.lang, io.env);
  const texts = textsOf(language);
  const folder = file === null ? io.cwd : dirname(resolve(io.cwd, file));
  const advisor = createAdvisor(loadBuiltinCatalog(), {
    version: packageVersion(),
    readJson: jsonReader(folder),
    title: (scenario) => textAt(texts.scenarios, scenario) ?? scenario,
  });
  const controller = new AbortController();
  const interrupt = controller.signal;
  const session: Session = { flags, io, language, texts, advisor, file, interrupt };
  const start = await startingPoint(session);
  const silent = flags.yes === true || !flags.input || io.terminal === undefined;
  if (silent) {
    refuseMissing(draftWorkload(answersOf(start), advisor.facts, start.overrides), flags);
    const delivery = await prepareDelivery(start, session);
    return deliverWorkload(delivery, session);
  }
  const endWatch = io.onInterrupt?.(() => controller.abort());
  try {
    return await runInterview(start, session);
  } finally {
    endWatch?.();
  }
}

async function runInterview(start: Interview, session: Session): Promise<ExitCode> {
  const { interviewPerson } = await import("./interview-person.ts");
  const { interview, outcome } = await interviewPerson(start, session);
  if (outcome === "done") {
    try {
      const delivery = await prepareDelivery(interview, session);
      if (!session.interrupt.aborted) return await deliverWorkload(delivery, session);
    } catch (error) {
      // Whatever went wrong, the person shall not have answered for nothing.
      await keepAnswers(interview, session, false);
      throw error;
    }
  }
  await keepAnswers(interview, session, outcome !== "quit");
  return EXIT.interrupted;
}

/** Where the workload goes; refused before the first question, not after the last. */
async function targetFile({ output, force }: AskFlags, io: Io): Promise<string | null> {
  if (output === "-" || (output === undefined && !io.stdout.isTerminal)) return null;
  const file = output ?? "workload.yaml";
  const existing = await stat(resolve(io.cwd, file)).catch(() => null);
  if (existing?.isDirectory()) throw new Failure(`${file} is a directory`, "name a file in it");
  if (existing !== null && force !== true) {
    throw new Failure(`${file} exists already`, "-o names another file, --force overwrites it");
  }
  return file;
}

async function startingPoint(session: Session): Promise<Interview> {
  const { flags, advisor, texts } = session;
  const scenario = flags.set.filter(({ key }) => key === "scenario");
  const named = readSettings(scenario, new Map(), advisor, texts).answers;
  const kept =
    flags.resume === undefined
      ? new Map<string, never>()
      : await readFile(flags.resume === true ? RESUME_FILE : flags.resume, named, session);
  const fromFile =
    flags.answers === undefined
      ? new Map<string, never>()
      : await readFile(flags.answers, new Map([...kept, ...named]), session);
  const earlier = new Map([...kept, ...fromFile, ...named]);
  const { answers, overrides } = readSettings(flags.set, earlier, advisor, texts);
  checkSettings(answers, overrides, advisor);
  const set = new Set(flags.set.map(({ key }) => key));
  const resumed = new Set([...kept.keys()].filter((id) => !fromFile.has(id) && !set.has(id)));
  const given = new Map([...answers].filter(([id]) => resumed.has(id)));
  const fixed = new Map([...answers].filter(([id]) => !given.has(id)));
  return startInterview(fixed, given, overrides);
}

/** @throws BadInput with every fault of the file */
async function readFile(name: string, others: Answers, { io, advisor }: Session): Promise<Answers> {
  const { file, text } = await readInput(io, name);
  const reading = readAnswers(text, file, others, advisor.facts, advisor.read);
  if (!reading.ok) throw new BadInput(reading.diagnostics, new Map([[file, text]]));
  return reading.value;
}

/** Without a person, what only a person can say must have been said. */
function refuseMissing({ questions }: Draft, { yes, input }: AskFlags): void {
  const missing = questions
    .filter(({ question, answered, situation }) => {
      if (answered || question.stage !== "opening") return false;
      return yes !== true || question.default(situation) === null;
    })
    .map(({ question }) => question.id);
  if (missing.length === 0) return;
  const reason =
    input && yes !== true ? "questions need a terminal" : "questions are left that nobody answers";
  const defaults = yes === true ? "" : ", or take the defaults with --yes";
  throw new Failure(
    `${reason}; missing: ${missing.join(", ")}`,
    `answer with --answers FILE or --set ${missing[0] ?? "id"}=…${defaults}`,
  );
}
