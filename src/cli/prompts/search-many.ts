import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  makeTheme,
  useKeypress,
  usePagination,
  usePrefix,
  useState,
} from "@inquirer/core";
import { fill, type Texts } from "../../texts/texts.ts";
import { findChoices } from "./find-choices.ts";
import type { ShownChoice } from "./prompter.ts";
import type { PromptTheme } from "./theme.ts";

export interface SearchManyConfig {
  message: string;
  choices: readonly ShownChoice[];
  chosen: readonly string[];
  pageSize: number;
  validate: (chosen: readonly string[]) => string | true;
  /** Told what is typed so far. */
  searched: (term: string) => void;
  theme: PromptTheme;
  texts: Texts["prompts"];
}

/**
 * Several of many choices: letters search, space takes in or out and clears the search for the next one. inquirer searches for one
 * choice, and its checkbox does not search.
 */
export const promptSearchMany = createPrompt<readonly string[], SearchManyConfig>(
  (config, done) => {
    const { choices, texts, validate, searched } = config;
    const theme = makeTheme(config.theme);
    const [status, setStatus] = useState<"idle" | "done">("idle");
    const [term, setTerm] = useState("");
    const [active, setActive] = useState(0);
    const [chosen, setChosen] = useState(config.chosen);
    const [error, setError] = useState("");
    const prefix = usePrefix({ status, theme });
    const found = findChoices({ choices }, term);
    const search = (text: string, index = 0): void => {
      searched(text);
      setTerm(text);
      setActive(index);
    };
    useKeypress((key, line) => {
      const current = found[active];
      setError("");
      if (isEnterKey(key)) {
        const fault = validate(chosen);
        if (fault === true) {
          setStatus("done");
          done(chosen);
          return;
        }
        setError(fault);
        line.write(term);
      } else if (isSpaceKey(key)) {
        line.clearLine(0);
        if (current === undefined) {
          line.write(term);
          return;
        }
        const { value } = current;
        const taken = new Set(chosen);
        if (!taken.delete(value)) taken.add(value);
        // In the order of the choices, however they were found.
        setChosen(
          choices.filter((choice) => taken.has(choice.value)).map((choice) => choice.value),
        );
        search("", choices.indexOf(current));
      } else if (isUpKey(key) || isDownKey(key)) {
        line.clearLine(0);
        line.write(term);
        const next = active + (isUpKey(key) ? -1 : 1);
        if (found[next] !== undefined) setActive(next);
      } else if (line.line !== term) {
        search(line.line);
      }
    });
    const { icon, style } = config.theme;
    const page = usePagination({
      items: found,
      active,
      renderItem: ({ item: { value, name }, isActive }) => {
        const box = chosen.includes(value) ? icon.checked : icon.unchecked;
        const text = `${isActive ? icon.cursor : " "}${box} ${name}`;
        return isActive ? style.highlight(text) : text;
      },
      pageSize: config.pageSize,
      loop: false,
    });
    const names = choices.filter(({ value }) => chosen.includes(value)).map(({ name }) => name);
    const taken =
      names.length === 0
        ? []
        : [style.description(fill(texts.chosen, { names: names.join(", ") }))];
    const help = style.keysHelpTip([
      ["↑↓", "navigate"],
      ["space", "select"],
      ["⏎", "submit"],
    ]);
    return [
      `${prefix} ${style.message(config.message)} ${style.searchTerm(term)}`.trimEnd(),
      [
        found.length === 0 ? style.error(texts.nothingFound) : page,
        " ",
        ...taken,
        ...(error === "" ? [] : [style.error(error)]),
        help,
      ].join("\n"),
    ];
  },
);
