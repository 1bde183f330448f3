import { InvalidArgumentError, Option } from "commander";
import { didYouMean } from "../input/suggest.ts";
import { LANGUAGES, type Language } from "../texts/language.ts";

/** `--lang`: the language of what a person reads; machine formats have one. */
export function languageOption(): Option {
  const text = `${LANGUAGES.join(" or ")}; from LC_ALL or LANG by default`;
  return new Option("--lang <language>", text).argParser(parseLanguage);
}

function parseLanguage(text: string): Language {
  const language = LANGUAGES.find((known) => known === text);
  if (language === undefined) throw new InvalidArgumentError(didYouMean(text, LANGUAGES) ?? "");
  return language;
}
