import type { Question } from "inquirer";
import { asNumbers } from "../../questionnaire/make-question.ts";
import type { Answer } from "../../questionnaire/question.ts";
import { displayWidth, wrap } from "../../report/terminal/width.ts";
import type { Texts } from "../../texts/texts.ts";
import { findChoices } from "./find-choices.ts";
import type { Shown } from "./prompter.ts";
import { listTheme, type PromptTheme } from "./theme.ts";

/** What all of inquirer's prompts have, and what each kind has beside it. */
type InquirerQuestion = Question & Readonly<Record<string, unknown>>;

/** As wide as what stands before a message. */
const PREFIX = "  ";

/** Where a question is drawn. */
export interface Space {
  /** Choices that are shown at once. */
  pageSize: number;
  /** Cells of a line. */
  width: number;
}

/**
 * A question as inquirer takes it.
 *
 * @param line told what is typed so far
 */
export function inquirerQuestion(
  shown: Shown,
  line: { text: string },
  { pageSize, width }: Space,
  theme: PromptTheme,
  texts: Texts["prompts"],
): InquirerQuestion {
  const { choices } = shown;
  const scrolls = choices.length > pageSize;
  const searches = shown.kind === "search" || (shown.kind === "many" && scrolls);
  const count = scrolls ? choices.length : null;
  const drawn = listTheme(theme, { count, searches }, texts);
  const message = onLines(shown, width);
  const common = { name: "answer", message, theme: drawn, pageSize };
  const checked = (answer: Answer): string | true => shown.validate(answer) ?? true;
  switch (shown.kind) {
    case "choice":
      return {
        ...common,
        type: "select",
        choices: [...choices],
        default: shown.default,
        loop: false,
      };
    case "many":
      if (scrolls) {
        return {
          ...common,
          type: "searchMany",
          choices: [...choices],
          chosen: Array.isArray(shown.default) ? shown.default : [],
          validate: checked,
          searched: (term: string) => {
            line.text = term;
          },
          texts,
        };
      }
      return {
        ...common,
        type: "checkbox",
        choices: choices.map((choice) => ({
          ...choice,
          checked: Array.isArray(shown.default) && shown.default.includes(choice.value),
        })),
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
          return findChoices(shown, line.text);
        },
        default: shown.default,
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

/** The message broken at words, below each other behind the prefix; the default stands behind the last one. */
function onLines({ kind, message, default: usual }: Shown, width: number): string {
  const behind = kind === "text" && typeof usual === "string" ? displayWidth(usual) + 3 : 0;
  const room = Math.max(20, width - PREFIX.length - 1);
  const lines = wrap(message, room);
  const last = lines.at(-1) ?? "";
  const words = displayWidth(last) + behind <= room ? lines : wrap(message, room - behind);
  return words.join(`\n${PREFIX}`);
}
