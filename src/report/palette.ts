import { Chalk } from "chalk";
import type { Tone } from "./document.ts";

export type ColourLevel = 0 | 1 | 2 | 3;

/** Colours a text by what it means. Level 0 leaves it alone. */
export type Palette = (tone: Tone, text: string) => string;

export function createPalette(level: ColourLevel): Palette {
  const chalk = new Chalk({ level });
  const paint: Readonly<Record<Tone, (text: string) => string>> = {
    plain: (text) => text,
    strong: chalk.bold,
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    muted: chalk.dim,
  };
  return (tone, text) => (text === "" ? text : paint[tone](text));
}
