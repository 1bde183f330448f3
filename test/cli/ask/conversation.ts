import { talk } from "../../../src/cli/ask/talk.ts";
import { translatedFaults } from "../../../src/cli/translated.ts";
import { workloadText } from "../../../src/cli/ask/workload-text.ts";
import type { Prompter, Reply, Shown } from "../../../src/cli/prompts/prompter.ts";
import { answersOf, draftOf, startInterview } from "../../../src/questionnaire/interview.ts";
import { finished } from "../../../src/questionnaire/steps.ts";
import { asText } from "../../../src/questionnaire/make-question.ts";
import type { Answer } from "../../../src/questionnaire/question.ts";
import type { Language } from "../../../src/texts/language.ts";
import { textsOf } from "../../../src/texts/texts.ts";
import { advisorOfCatalog } from "../../questionnaire/facts.ts";

const advisor = advisorOfCatalog();

/** What the person does at a prompt; Enter when the script says nothing. */
type Deed = { when: string; reply: Reply };

export const say = (when: string, answer: Answer): Deed => ({
  when,
  reply: { kind: "answer", answer },
});
export const press = (when: string, kind: Exclude<Reply["kind"], "answer">): Deed => ({
  when,
  reply: { kind },
});

/** Holds a conversation: each deed is done once, at the first prompt whose message has its words. */
export async function converse(
  script: readonly Deed[],
  options: {
    language?: Language;
    width?: number;
    fixed?: Record<string, Answer>;
    /** Answers after which the person presses Ctrl-C while the program computes. */
    interruptedAfter?: number;
  } = {},
) {
  const texts = textsOf(options.language ?? "en");
  const width = options.width ?? 100;
  const deeds = [...script];
  const prompts: Shown[] = [];
  const lines: string[] = [];
  const prompter: Prompter = (shown) => {
    prompts.push(shown);
    const next = deeds.findIndex(({ when }) => shown.message.includes(when));
    const [deed] = next < 0 ? [] : deeds.splice(next, 1);
    if (deed?.reply.kind === "answer") {
      const fault = shown.validate(deed.reply.answer);
      if (fault !== null) throw new Error(`${shown.message}: ${fault}`);
    }
    const answer = shown.default ?? shown.choices[0]?.value ?? "";
    return Promise.resolve(deed?.reply ?? { kind: "answer", answer });
  };
  const start = startInterview(new Map(Object.entries(options.fixed ?? {})), new Map(), []);
  const result = await talk(start, {
    advisor,
    prompter,
    texts,
    faults: await translatedFaults(options.language ?? "en"),
    file: "workload.yaml",
    work: (steps) =>
      Promise.resolve(prompts.length === options.interruptedAfter ? null : finished(steps)),
    ahead: () => () => {},
    width: () => width,
    progress: () => ({ report: () => {}, end: () => Promise.resolve() }),
    say: (line) => {
      lines.push(line);
      return Promise.resolve();
    },
  });
  if (deeds.length > 0) throw new Error(`never asked: ${deeds.map(({ when }) => when).join(", ")}`);
  const answers = answersOf(result.interview);
  const text = workloadText(
    draftOf(result.interview, advisor.facts),
    asText(answers.get("scenario")),
    texts,
  );
  return { ...result, prompts, lines, text, answers };
}
