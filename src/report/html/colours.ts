/** Colours of one scheme. Text on its ground reaches a contrast of 4.5, marks of charts 3 (WCAG 2.2 AA). */
export interface Scheme {
  ground: string;
  /** Behind rows that stand out, code and folded parts. */
  raised: string;
  text: string;
  muted: string;
  rule: string;
  link: string;
  good: string;
  bad: string;
  warn: string;
  /** Parts of a bar, in turn; told apart by numbers as well. */
  parts: readonly string[];
  /** Text on any part. */
  onPart: string;
}

export const LIGHT: Scheme = {
  ground: "#ffffff",
  raised: "#f3f5f7",
  text: "#1a2027",
  muted: "#56606b",
  rule: "#d5dae0",
  link: "#0b57a4",
  good: "#1b6b3a",
  bad: "#b3261e",
  warn: "#855000",
  parts: ["#1f5a94", "#a84e1b", "#2b7549", "#74489a", "#7c6000", "#0d6f79", "#a02f50", "#56606b"],
  onPart: "#ffffff",
};

export const DARK: Scheme = {
  ground: "#14181d",
  raised: "#1f252c",
  text: "#e4e8ec",
  muted: "#a3adb8",
  rule: "#39424c",
  link: "#8ab9ee",
  good: "#7fcf9d",
  bad: "#f3998f",
  warn: "#e3b65c",
  parts: ["#7fb2e5", "#e89a63", "#74c797", "#bd9be0", "#d1b54a", "#5fc6cf", "#ea8aa6", "#a3adb8"],
  onPart: "#14181d",
};

/** How many parts of a bar have a colour of their own; further ones start again. */
export const PART_COLOURS = LIGHT.parts.length;

/** The scheme as custom properties of CSS. */
export function customProperties({ parts, ...colours }: Scheme): string {
  const named = Object.entries(colours).map(([name, value]) => `--${kebab(name)}:${value};`);
  return [...named, ...parts.map((value, index) => `--part-${index}:${value};`)].join("");
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}
