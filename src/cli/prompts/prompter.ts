import { createPromptModule } from "inquirer";
import type { Answer } from "../../questionnaire/question.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Terminal } from "../io.ts";
import { findChoices } from "./find-choices.ts";
import { inquirerQuestion, type Space } from "./inquirer-question.ts";
import { hastenEscape, watchKeys, type Signal } from "./keys.ts";
import { whileResting } from "./rest.ts";
import { promptSearchMany } from "./search-many.ts";
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
  /** Told, while nobody types, which answers are likely, the one of Enter first. Returns what to do at the next key. */
  ahead?: (answers: readonly Answer[]) => () => void;
}

export interface ShownChoice {
  value: string;
  name: string;
  /** Other words that a search finds it by. */
  words?: string;
}

/** What came of a question: the answer, or a key that leads elsewhere. */
export type Reply = { kind: "answer"; answer: Answer } | { kind: Signal | "quit" };

export type Prompter = (shown: Shown) => Promise<Reply>;

/**
 * Asks with inquirer on a terminal. Answered questions leave no trace; whoever asks writes down what stays.
 *
 * @param interrupt a signal to the program, which closes the prompt as Ctrl-C does
 */
export function createPrompter(
  { keyboard, screen }: Terminal,
  theme: PromptTheme,
  texts: Texts["prompts"],
  interrupt?: AbortSignal,
): Prompter {
  hastenEscape(keyboard);
  return async (shown) => {
    const controller = new AbortController();
    const quit = (): void => controller.abort();
    interrupt?.addEventListener("abort", quit);
    const line = { text: "" };
    const keys = watchKeys(
      keyboard,
      (signal) => controller.abort(signal),
      () => line.text,
    );
    const endRest = whileResting(keyboard, () => {
      const answers = likely(shown, line.text).filter((answer) => shown.validate(answer) === null);
      return shown.ahead?.(answers) ?? (() => {});
    });
    const module = createPromptModule({
      input: keyboard,
      output: screen,
      signal: controller.signal,
      clearPromptOnDone: true,
    });
    module.registerPrompt("sliders", promptSliders);
    module.registerPrompt("searchMany", promptSearchMany);
    try {
      const { answer } = await module([
        inquirerQuestion(shown, line, spaceOf(screen), theme, texts),
      ]);
      return { kind: "answer", answer };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (error.name === "AbortPromptError") return { kind: keys.signal() ?? "quit" };
      // Ctrl-C, or a keyboard that has gone away.
      if (error.name === "ExitPromptError") return { kind: "quit" };
      throw error;
    } finally {
      keys.end();
      endRest();
      interrupt?.removeEventListener("abort", quit);
    }
  };
}

/** As many choices as leave room for the question and what was said before. */
function spaceOf({ rows = 18, columns = 80 }: Terminal["screen"]): Space {
  return { pageSize: Math.max(5, Math.min(16, rows - 8)), width: columns };
}

/** Answers that Enter would give now, or soon. */
function likely(shown: Shown, text: string): readonly Answer[] {
  const usual = shown.default === null ? [] : [shown.default];
  switch (shown.kind) {
    case "choice":
      return [...new Set([...usual, ...shown.choices.map(({ value }) => value)])];
    case "search":
      return text === "" && usual.length > 0
        ? usual
        : findChoices(shown, text)
            .slice(0, 1)
            .map(({ value }) => value);
    case "text":
      return text.trim() === "" ? usual : [text.trim()];
    default:
      return usual;
  }
}
