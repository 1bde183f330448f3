import { createPromptModule, type Question } from "inquirer";
import { asNumbers } from "../../questionnaire/make-question.ts";
import type { Answer } from "../../questionnaire/question.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Terminal } from "../io.ts";
import { watchKeys, type Signal } from "./keys.ts";
import { promptSliders } from "./sliders.ts";
import type { PromptTheme } from "./theme.ts";

/** A question as it is shown: every text is ready. */
export interface Shown {
  kind: "choice" | "search" | "many" | "text" | "sliders";
  message: string;
  default: Answer | null;
  choices: readonly ShownChoice[];
  /** Choices that are made of what is typed, such as the path of a file. */
  typed?: (term: string) => readonly ShownChoice[];
  /** What is wrong with an answer; null when nothing is. */
  validate: (answer: Answer) => string | null;
}

export interface ShownChoice {
  value: string;
  name: string;
}

/** What came of a question: the answer, or a key that leads elsewhere. */
export type Reply = { kind: "answer"; answer: Answer } | { kind: Signal | "quit" };

export type Prompter = (shown: Shown) => Promise<Reply>;

const PAGE_LINES = 10;

/** Asks with inquirer on a terminal. Answered questions leave no trace; whoever asks writes down what stays. */
export function createPrompter(
  { keyboard, screen }: Terminal,
  theme: PromptTheme,
  texts: Texts["prompts"],
): Prompter {
  return async (shown) => {
    const controller = new AbortController();
    const line = { text: "" };
    const keys = watchKeys(
      keyboard,
      (signal) => controller.abort(signal),
      () => (takesText(shown) ? line.text : ""),
    );
    const module = createPromptModule({
      input: keyboard,
      output: screen,
      signal: controller.signal,
      clearPromptOnDone: true,
    });
    module.registerPrompt("sliders", promptSliders);
    try {
      const { answer } = await module([questionOf(shown, line, theme, texts)]);
      return { kind: "answer", answer };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (keys.signal() !== null && error.name === "AbortPromptError") {
        return { kind: keys.signal() ?? "quit" };
      }
      // Ctrl-C, or a keyboard that has gone away.
      if (error.name === "ExitPromptError") return { kind: "quit" };
      throw error;
    } finally {
      keys.end();
    }
  };
}

const takesText = ({ kind }: Shown): boolean => kind === "text" || kind === "search";

/** What all of inquirer's prompts have, and what each kind has beside it. */
type InquirerQuestion = Question & Readonly<Record<string, unknown>>;

function questionOf(
  shown: Shown,
  line: { text: string },
  theme: PromptTheme,
  texts: Texts["prompts"],
): InquirerQuestion {
  const { message, choices } = shown;
  const common = { name: "answer", message, theme };
  const checked = (answer: Answer): string | true => shown.validate(answer) ?? true;
  switch (shown.kind) {
    case "choice":
      return {
        ...common,
        type: "select",
        choices: [...choices],
        default: shown.default,
        pageSize: PAGE_LINES,
        loop: false,
      };
    case "many":
      return {
        ...common,
        type: "checkbox",
        choices: choices.map((choice) => ({
          ...choice,
          checked: Array.isArray(shown.default) && shown.default.includes(choice.value),
        })),
        pageSize: PAGE_LINES,
        loop: false,
        validate: (chosen: readonly { value: string }[]) =>
          checked(chosen.map(({ value }) => value)),
      };
    case "search":
      return {
        ...common,
        type: "search",
        source: (term: string | undefined) => {
          line.text = term ?? "";
          return found(shown, line.text);
        },
        default: shown.default,
        pageSize: PAGE_LINES,
        validate: checked,
      };
    case "text":
      return {
        ...common,
        type: "input",
        default: typeof shown.default === "string" ? shown.default : "",
        transformer: (value: string) => {
          line.text = value;
          return value;
        },
        validate: (value: string) => checked(value.trim()),
        filter: (value: string) => value.trim(),
      };
    case "sliders":
      return {
        ...common,
        type: "sliders",
        sliders: [...choices],
        values: shown.default === null ? {} : asNumbers(shown.default),
        validate: checked,
        texts,
      };
    default:
      return shown.kind satisfies never;
  }
}

/** Choices with every word of the term, wherever in the name; those that begin with it first. */
function found(shown: Shown, term: string): ShownChoice[] {
  const words = term.toLowerCase().split(/\s+/u).filter(Boolean);
  const textOf = ({ name, value }: ShownChoice): string => `${name} ${value}`.toLowerCase();
  const named = shown.choices.filter((choice) =>
    words.every((word) => textOf(choice).includes(word)),
  );
  const [first] = words;
  const begins = (choice: ShownChoice): number =>
    first !== undefined && textOf(choice).startsWith(first) ? 0 : 1;
  return [
    ...(shown.typed?.(term.trim()) ?? []),
    ...named.toSorted((a, b) => begins(a) - begins(b)),
  ];
}
