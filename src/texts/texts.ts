import { EN } from "./en.ts";
import type { Language } from "./language.ts";
import { ZH } from "./zh.ts";

/** The texts of a language: the shape of the English ones. */
export type Texts = Widened<typeof EN>;

type Widened<T> = T extends string ? string : { readonly [K in keyof T]: Widened<T[K]> };

export type QuestionText = keyof typeof EN.questions;

const ALL: Readonly<Record<Language, Texts>> = { en: EN, zh: ZH };

export function textsOf(language: Language): Texts {
  return ALL[language];
}

/** `{name}` replaced by its value; a name without one stays, so that a mistake shows. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** The text under a key that is only known at run time; null where the language has none. */
export function textAt(texts: Readonly<Record<string, unknown>>, key: string): string | null {
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  return typeof text === "string" ? text : null;
}
