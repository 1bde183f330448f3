import type { Style } from "../../report/formats.ts";
import { displayWidth } from "../../report/terminal/width.ts";
import { createPalette } from "../../report/palette.ts";
import { fill, type Texts } from "../../texts/texts.ts";

/** How inquirer draws its prompts; shared by all kinds, each takes what it knows. */
export interface PromptTheme {
  prefix: { idle: string; done: string };
  icon: { cursor: string; checked: string; unchecked: string };
  style: {
    answer: (text: string) => string;
    message: (text: string) => string;
    error: (text: string) => string;
    defaultAnswer: (text: string) => string;
    highlight: (text: string) => string;
    description: (text: string) => string;
    searchTerm: (text: string) => string;
    keysHelpTip: (keys: readonly (readonly [string, string])[]) => string;
  };
}

const SEPARATOR_CELLS = 3;

/** What inquirer says where a search has no result; it takes no other word for it. */
const NOTHING_FOUND = "No results found";

/** inquirer's names of keys, and what they do in the language of the session. */
const ACTIONS = ["navigate", "select", "all", "invert", "submit"] as const;

/** Colours follow the policy of the program, words the language; without Unicode every sign is ASCII. */
export function promptTheme(
  { colour, ascii }: Pick<Style, "colour" | "ascii">,
  texts: Texts["prompts"],
  width: () => number = () => Infinity,
): PromptTheme {
  const paint = createPalette(colour);
  const [cursor, checked, unchecked, enter, arrows] = ascii
    ? [">", "[x]", "[ ]", "enter", "up/down"]
    : ["❯", "◉", "◯", "⏎", "↑↓"];
  const keyName = (key: string): string => (key === "⏎" ? enter : key === "↑↓" ? arrows : key);
  return {
    prefix: { idle: paint("good", "?"), done: paint("good", ascii ? "*" : "✔") },
    icon: { cursor, checked: paint("good", checked), unchecked },
    style: {
      answer: (text) => paint("strong", text),
      message: (text) => paint("strong", text),
      error: (text) => paint("bad", `> ${text === NOTHING_FOUND ? texts.nothingFound : text}`),
      defaultAnswer: (text) => paint("muted", `(${text})`),
      highlight: (text) => paint("good", text),
      description: (text) => paint("muted", text),
      searchTerm: (text) => text,
      keysHelpTip: (keys) => {
        const tips = [
          ...keys.map(([key, action]) => [keyName(key), actionText(key, action, texts)] as const),
          ["esc", texts.back] as const,
          ["?", texts.explain] as const,
          ["^D", texts.enough] as const,
        ];
        const painted = ([key, action]: Tip): string =>
          `${paint("strong", key)} ${paint("muted", action)}`;
        const separator = paint("muted", ascii ? " | " : " • ");
        return inLines(tips, width())
          .map((line) => line.map(painted).join(separator))
          .join("\n");
      },
    },
  };
}

/** A key and what it does. */
type Tip = readonly [key: string, action: string];

/** As many of them on a line as fit, none cut in two. */
function inLines(tips: readonly Tip[], width: number): Tip[][] {
  const lines: Tip[][] = [];
  let room = 0;
  for (const tip of tips) {
    const cells = displayWidth(tip.join(" ")) + SEPARATOR_CELLS;
    if (lines.length === 0 || cells > room + SEPARATOR_CELLS) {
      lines.push([]);
      room = width;
    }
    lines.at(-1)?.push(tip);
    room -= cells;
  }
  return lines;
}

/**
 * The theme for a list.
 *
 * @param count choices, where that is more than a page shows
 * @param searches whether letters search
 */
export function listTheme(
  theme: PromptTheme,
  { count, searches }: { count: number | null; searches: boolean },
  texts: Texts["prompts"],
): PromptTheme {
  const navigate = count === null ? texts.navigate : fill(texts.navigateAll, { count });
  const keysHelpTip: PromptTheme["style"]["keysHelpTip"] = (keys) =>
    theme.style.keysHelpTip([
      ...(searches ? [["a-z", texts.search] as const] : []),
      ...keys.map(([key, action]) => [key, action === "navigate" ? navigate : action] as const),
    ]);
  return { ...theme, style: { ...theme.style, keysHelpTip } };
}

function actionText(key: string, action: string, texts: Texts["prompts"]): string {
  if (key === "space") return texts.toggle;
  const known = ACTIONS.find((name) => name === action);
  return known === undefined ? action : texts[known];
}
