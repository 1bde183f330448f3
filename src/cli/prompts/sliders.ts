import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  makeTheme,
  useKeypress,
  usePrefix,
  useState,
} from "@inquirer/core";
import type { Texts } from "../../texts/texts.ts";
import { displayWidth } from "../../report/terminal/width.ts";
import type { ShownChoice } from "./prompter.ts";
import type { PromptTheme } from "./theme.ts";

export interface SlidersConfig {
  message: string;
  sliders: readonly ShownChoice[];
  values: Readonly<Record<string, number>>;
  validate: (values: Readonly<Record<string, number>>) => string | true;
  theme: PromptTheme;
  texts: Texts["prompts"];
}

const STEP = 5;
const MOST = 100;
const BAR_CELLS = 20;

/** Several numbers from 0 to 100 at once: ↑↓ choose one, ←→ change it by five, digits set it. */
export const promptSliders = createPrompt<Readonly<Record<string, number>>, SlidersConfig>(
  (config, done) => {
    const { sliders, texts } = config;
    const theme = makeTheme(config.theme);
    const [status, setStatus] = useState<"idle" | "done">("idle");
    const [active, setActive] = useState(0);
    const [values, setValues] = useState(config.values);
    const [typed, setTyped] = useState("");
    const [error, setError] = useState("");
    const prefix = usePrefix({ status, theme });
    const current = sliders[active]?.value ?? "";
    const change = (value: number): void => {
      setError("");
      setValues({ ...values, [current]: Math.min(MOST, Math.max(0, value)) });
    };
    useKeypress((key, line) => {
      // Keys are read one by one; the line editor has nothing to collect.
      line.clearLine(0);
      if (isEnterKey(key)) {
        const fault = config.validate(values);
        if (fault !== true) {
          setError(fault);
          return;
        }
        setStatus("done");
        done(values);
      } else if (isUpKey(key) || isDownKey(key)) {
        const step = isUpKey(key) ? -1 : 1;
        setTyped("");
        setActive((active + step + sliders.length) % sliders.length);
      } else if (key.name === "left" || key.name === "right") {
        setTyped("");
        change((values[current] ?? 0) + (key.name === "left" ? -STEP : STEP));
      } else if (/^\d$/u.test(key.name)) {
        const digits = `${typed}${key.name}`.slice(-3);
        setTyped(digits);
        change(Number(digits));
      }
    });
    const width = Math.max(...sliders.map(({ name }) => displayWidth(name)));
    const total = Object.values(values).reduce((sum, value) => sum + value, 0);
    const lines = sliders.map(({ value, name }, index) => {
      const number = values[value] ?? 0;
      const cells = Math.round((number / MOST) * BAR_CELLS);
      const share = total > 0 ? Math.round((100 * number) / total) : 0;
      const padded = name + " ".repeat(width - displayWidth(name));
      const bar = `${"=".repeat(cells)}${"-".repeat(BAR_CELLS - cells)}`;
      const cursor = index === active ? config.theme.icon.cursor : " ";
      const line = `${cursor} ${padded} ${bar} ${String(number).padStart(3)} ${`${share}%`.padStart(4)}`;
      return index === active ? config.theme.style.highlight(line) : line;
    });
    const help = config.theme.style.keysHelpTip([
      ["↑↓", "navigate"],
      ["←→ 0-9", texts.change],
      ["⏎", "submit"],
    ]);
    const message = config.theme.style.message(config.message);
    const shownError = error === "" ? [] : [config.theme.style.error(error)];
    return [`${prefix} ${message}`, [...lines, " ", ...shownError, help].join("\n")];
  },
);
