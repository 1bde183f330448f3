/** Languages of the questionnaire and of reports: one file of texts each. This file loads none of them. */
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The language that is asked for, else that of the locale (LC_ALL before LC_MESSAGES before LANG), else English. A locale with
 * another encoding than UTF-8 could not show more.
 */
export function languageOf(
  asked: Language | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (asked !== undefined) return asked;
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]]
    .find((value) => value !== undefined && value !== "")
    ?.toLowerCase();
  if (locale === undefined || (locale.includes(".") && !/utf-?8/u.test(locale))) return "en";
  return LANGUAGES.find((language) => locale.startsWith(language)) ?? "en";
}
