import type { Advisor } from "../../app/ask.ts";
import { answerProblem } from "../../questionnaire/check-answer.ts";
import type { Draft } from "../../questionnaire/draft.ts";
import { impacts, type Impact } from "../../questionnaire/impact.ts";
import {
  answersOf,
  draftOf,
  nextQuestion,
  withAnswer,
  withdrawn,
  type Interview,
} from "../../questionnaire/interview.ts";
import { asText } from "../../questionnaire/make-question.ts";
import { comparedWeights } from "../../questionnaire/questions/weights.ts";
import { wrap } from "../../report/terminal/width.ts";
import type { EvaluationResult } from "../../report/types.ts";
import { fill, type Texts } from "../../texts/texts.ts";
import type { Progress } from "../progress.ts";
import type { Prompter, Reply } from "../prompts/prompter.ts";
import { liveLine } from "./live-line.ts";
import { reviewLines, reviewQuestion } from "./review.ts";
import { answerText, criterionName, questionTexts, shownQuestion } from "./shown-question.ts";

export interface Conversation {
  advisor: Advisor;
  prompter: Prompter;
  /** Writes a line on stderr; empty lines separate. */
  say: (line: string) => Promise<void>;
  /** Cells of a line; asked anew each time, since terminals are resized. */
  width: () => number;
  texts: Texts;
  /** A line that counts up while answers are tried, for whoever waits; call `end` before anything else is written. */
  progress: () => Progress;
  /** File that the workload will be written to; null for standard output. */
  file: string | null;
}

export interface Talk {
  interview: Interview;
  /** `quit`: by the review, with the answers kept; `cancelled`: by Ctrl-C, which leaves the choice. */
  outcome: "done" | "quit" | "cancelled";
}

/** Asks until the person accepts the workload or leaves. */
export async function talk(start: Interview, conversation: Conversation): Promise<Talk> {
  const { say, texts } = conversation;
  let interview = start;
  let told: Interview | null = null;
  await sayWrapped(texts.prompts.intro, conversation);
  for (;;) {
    const scene = await look(interview, conversation);
    // After each answer, also one that changes nothing; not again after an explanation.
    if (scene.line !== null && interview.given !== told?.given) await say(scene.line);
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

/** Everything that follows from the answers so far. */
interface Scene {
  draft: Draft;
  result: EvaluationResult | null;
  /** Null while opening questions are open: they are asked in any case. */
  impacts: readonly Impact[] | null;
  line: string | null;
}

async function look(interview: Interview, conversation: Conversation): Promise<Scene> {
  const { advisor, texts, width, progress } = conversation;
  const draft = draftOf(interview, advisor.facts);
  const { document } = draft;
  const result = document === null ? null : advisor.evaluate(document);
  const opened = draft.questions.every(
    ({ question, answered }) => answered || question.stage !== "opening",
  );
  let tried: readonly Impact[] | null = null;
  if (document !== null && (opened || interview.enough)) {
    const { report, end } = progress();
    const answers = answersOf(interview);
    tried = impacts(draft, answers, advisor.facts, interview.overrides, advisor.judge, report);
    await end();
  }
  const line = result === null ? null : liveLine(result, tried, texts.live, width());
  return { draft, result, impacts: tried, line };
}

type Step = { interview: Interview } | Talk;

async function ask(
  interview: Interview,
  { applied, impact }: NonNullable<ReturnType<typeof nextQuestion>>,
  { draft, result }: Scene,
  conversation: Conversation,
): Promise<Step> {
  const { advisor, prompter, say, texts } = conversation;
  const { question } = applied;
  const given = answersOf(interview).get(question.id) ?? interview.withdrawn.get(question.id);
  const shown = shownQuestion(applied, {
    texts,
    impact,
    before: given ?? null,
    result,
    problem: (answer) => answerProblem(applied, answer, interview, advisor.facts, advisor.read),
  });
  const { label, help } = questionTexts(question, texts, result);
  const reply = await explaining(() => prompter(shown), help, conversation);
  switch (reply.kind) {
    case "answer": {
      const after = withAnswer(interview, question.id, reply.answer);
      await say(`${label}: ${answerText(applied, reply.answer, texts)}`);
      await sayConsistency(question.id, after, conversation);
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
  const { prompter, say, texts, file } = conversation;
  await say("");
  for (const line of reviewLines(draft, interview, texts)) await say(line);
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

/** After the last comparison of a pair: whether they agree, and which one fits least. */
async function sayConsistency(
  id: string,
  interview: Interview,
  conversation: Conversation,
): Promise<void> {
  if (!id.startsWith("weights.compare.")) return;
  const { questions } = draftOf(interview, conversation.advisor.facts);
  const comparisons = questions.filter(({ question }) => question.text === "comparison");
  const [first] = comparisons;
  if (first === undefined || comparisons.some(({ answered }) => !answered)) return;
  const compared = comparedWeights(first.situation);
  if (compared === null) return;
  const { outcome, criteria } = compared;
  const { live } = conversation.texts;
  const ratio = outcome.consistencyRatio.toFixed(2);
  const name = (index: number): string => criterionName(criteria[index] ?? "", conversation.texts);
  const { oddest } = outcome;
  await sayWrapped(
    outcome.consistencyRatio < 0.1 || oddest === null
      ? fill(live.consistent, { ratio })
      : fill(live.inconsistent, {
          ratio,
          first: name(oddest.first),
          second: name(oddest.second),
          implied: oddest.implied.toPrecision(2),
        }),
    conversation,
  );
}
