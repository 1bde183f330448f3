import type { Advisor } from "../../app/ask.ts";
import { answerProblem } from "../../questionnaire/check-answer.ts";
import {
  answersOf,
  nextQuestion,
  withAnswer,
  withdrawn,
  type Interview,
} from "../../questionnaire/interview.ts";
import { asText } from "../../questionnaire/make-question.ts";
import type { Answer } from "../../questionnaire/question.ts";
import type { Steps } from "../../questionnaire/steps.ts";
import { wrap } from "../../report/terminal/width.ts";
import type { Translate } from "../../report/translate.ts";
import { fill, type Texts } from "../../texts/texts.ts";
import type { Progress } from "../progress.ts";
import type { Prompter, Reply } from "../prompts/prompter.ts";
import { consistencyText } from "./consistency.ts";
import { liveLine } from "./live-line.ts";
import { reviewLines, reviewQuestion } from "./review.ts";
import { sceneOf, type Scene } from "./scene.ts";
import { answerText, heard, questionTexts, shownQuestion } from "./shown-question.ts";

export interface Conversation {
  advisor: Advisor;
  prompter: Prompter;
  /** Writes a line on stderr; empty lines separate. */
  say: (line: string) => Promise<void>;
  /** Cells of a line; asked anew each time, since terminals are resized. */
  width: () => number;
  texts: Texts;
  /** What the reader of workloads says, in the language of the texts. */
  faults: Translate;
  /** Runs a computation; null when the person interrupts it. */
  work: <T>(steps: Steps<T>) => Promise<T | null>;
  /** Runs a computation while the person reads, for what it leaves in memory. Returns what stops it. */
  ahead: (steps: Steps<void>) => () => void;
  /** A line that counts up while answers are tried, for whoever waits; call `end` before anything else is written. */
  progress: () => Progress;
  /** File that the workload will be written to; null for standard output. */
  file: string | null;
}

export interface Talk {
  interview: Interview;
  /** `quit`: by the review, with the answers kept; `cancelled`: by Ctrl-C, at a prompt or not, which leaves the choice. */
  outcome: "done" | "quit" | "cancelled";
}

/** Asks until the person accepts the workload or leaves. */
export async function talk(start: Interview, conversation: Conversation): Promise<Talk> {
  const { say, texts, width } = conversation;
  let interview = start;
  let told: Interview | null = null;
  await sayWrapped(texts.prompts.intro, conversation);
  for (;;) {
    const scene = await look(interview, conversation);
    if (scene === null) return { interview, outcome: "cancelled" };
    // After each answer, also one that changes nothing; not again after an explanation.
    if (scene.result !== null && interview.given !== told?.given) {
      await say(liveLine(scene.result, scene.impacts, texts.live, width()));
    }
    told = interview;
    const next = nextQuestion(interview, scene.draft, scene.impacts ?? []);
    const step =
      next === null
        ? await review(interview, scene, conversation)
        : await ask(interview, next, scene, conversation);
    if ("outcome" in step) return step;
    interview = step.interview;
  }
}

/** What the answers so far lead to; null when the person interrupts the computation. */
async function look(interview: Interview, conversation: Conversation): Promise<Scene | null> {
  const { advisor, work, progress } = conversation;
  const { report, end } = progress();
  const scene = await work(sceneOf(interview, advisor, report));
  await end();
  return scene;
}

type Step = { interview: Interview } | Talk;

async function ask(
  interview: Interview,
  { applied, impact }: NonNullable<ReturnType<typeof nextQuestion>>,
  { draft, result }: Scene,
  conversation: Conversation,
): Promise<Step> {
  const { advisor, prompter, say, texts, faults } = conversation;
  const { question } = applied;
  const before = answersOf(interview).get(question.id) ?? interview.withdrawn.get(question.id);
  const shown = shownQuestion(applied, {
    texts,
    impact,
    before: before ?? null,
    result,
    problem: (answer) => answerProblem(applied, answer, interview, advisor.facts, advisor.read),
    faults,
  });
  const { label, help } = questionTexts(question, texts, result);
  const ahead = (answers: readonly Answer[]): (() => void) =>
    conversation.ahead(
      (function* () {
        // As if the opening questions that are left were answered as usual: that is when answers are tried.
        for (const each of answers) {
          yield* sceneOf({ ...withAnswer(interview, question.id, each), enough: true }, advisor);
        }
      })(),
    );
  const reply = await explaining(() => prompter({ ...shown, ahead }), help, conversation);
  switch (reply.kind) {
    case "answer": {
      const given = heard(question, reply.answer, texts);
      const after = withAnswer(interview, question.id, given);
      await say(fill(texts.prompts.said, { label, answer: answerText(applied, given, texts) }));
      const consistency = consistencyText(question.id, after, advisor.facts, texts);
      if (consistency !== null) await sayWrapped(consistency, conversation);
      // Another scenario has other questions.
      const restarts = question.id === "scenario" || question.id === "tasks";
      return { interview: restarts ? { ...after, enough: false } : after };
    }
    case "back":
      return back(interview, conversation);
    case "enough":
      if (draft.document !== null)
        return { interview: { ...interview, wanted: null, enough: true } };
      await say(texts.prompts.needScenario);
      return { interview };
    default:
      return { interview, outcome: "cancelled" };
  }
}

/** From a question that the review led to, Esc leads back to the review. */
async function back(interview: Interview, { say, texts }: Conversation): Promise<Step> {
  const known = interview.given.some(({ id }) => id === interview.wanted);
  if (interview.enough && (known || interview.wanted !== null)) {
    return { interview: { ...interview, wanted: null } };
  }
  const before = withdrawn(interview);
  if (before !== null) return { interview: before };
  await say(texts.prompts.first);
  return { interview };
}

async function review(
  interview: Interview,
  { draft, impacts: tried }: Scene,
  conversation: Conversation,
): Promise<Step> {
  const { prompter, say, texts, file, width } = conversation;
  await say("");
  for (const line of reviewLines(draft, interview, texts, width())) await say(line);
  const shown = reviewQuestion(draft, interview, tried ?? [], file, texts);
  const reply = await explaining(() => prompter(shown), texts.prompts.intro, conversation);
  if (reply.kind === "back") {
    const before = withdrawn({ ...interview, enough: false });
    return { interview: before ?? interview };
  }
  if (reply.kind === "enough") return { interview, outcome: "done" };
  if (reply.kind !== "answer") return { interview, outcome: "cancelled" };
  const action = asText(reply.answer);
  if (action === "write") return { interview, outcome: "done" };
  if (action === "quit") return { interview, outcome: "quit" };
  if (action === "more") return { interview: { ...interview, unlimited: true, enough: false } };
  // What is changed here leads back here.
  return { interview: { ...interview, wanted: action.slice("edit:".length), enough: true } };
}

/** Asks again after each explanation. */
async function explaining(
  prompt: () => Promise<Reply>,
  help: string,
  conversation: Conversation,
): Promise<Reply> {
  let reply = await prompt();
  while (reply.kind === "explain") {
    await sayWrapped(help, conversation);
    reply = await prompt();
  }
  return reply;
}

async function sayWrapped(text: string, { say, width }: Conversation): Promise<void> {
  for (const line of wrap(text, width())) await say(line);
}
