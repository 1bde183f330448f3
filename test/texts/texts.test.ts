import { describe, expect, it } from "vitest";
import { createAdvisor } from "../../src/app/ask.ts";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { CRITERIA } from "../../src/decision/criteria/all-criteria.ts";
import { draftWorkload } from "../../src/questionnaire/draft.ts";
import { languageOf } from "../../src/texts/language.ts";
import { EN } from "../../src/texts/en.ts";
import { LANGUAGES } from "../../src/texts/language.ts";
import { fill, textAt, textsOf } from "../../src/texts/texts.ts";

/** Every text with its place: `questions.rate.help`. */
function leaves(texts: object, place = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) => {
      const path = place === "" ? key : `${place}.${key}`;
      if (typeof value === "string") return [[path, value] as const];
      return typeof value === "object" && value !== null ? [...leaves(value, path)] : [];
    }),
  );
}

const replacements = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? ""))].sort();

const english = leaves(EN);
const advisor = createAdvisor(loadBuiltinCatalog(), {
  version: "0",
  readJson: () => ({ ok: false, message: "no files" }),
  title: (scenario) => scenario,
});

/** Every question that some scenario has under some answers. */
const questions = advisor.facts.scenarios.flatMap((scenario) =>
  ["keep", "sliders", "swing", "pairwise"].flatMap(
    (weights) =>
      draftWorkload(
        new Map([
          ["scenario", scenario],
          ["weights", weights],
        ]),
        advisor.facts,
      ).questions,
  ),
);

describe.each(LANGUAGES)("texts in %s", (language) => {
  const texts = textsOf(language);
  const own = leaves(texts);

  it("has every text, and none that nobody reads", () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...own].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("mentions the same things as English", () => {
    const different = [...own].filter(
      ([place, text]) =>
        replacements(text).join() !== replacements(english.get(place) ?? "").join(),
    );
    expect(different).toEqual([]);
  });

  it("names every scenario that ships, every criterion, and nothing else", () => {
    expect(Object.keys(texts.scenarios).sort()).toEqual([...advisor.facts.scenarios]);
    const nameless = CRITERIA.filter(({ id }) => textAt(texts.criteria, id) === null);
    expect(nameless.map(({ id }) => id)).toEqual([]);
  });

  it("names every choice that has no name in the catalogue", () => {
    const names = leaves(texts.choices);
    const missing = questions.flatMap(({ question, situation }) =>
      question
        .choices(situation)
        .filter(({ name }) => name === null)
        .filter(
          ({ value }) =>
            !names.has(`${question.text}.${value}`) &&
            textAt(texts.criteria, value) === null &&
            textAt(texts.scenarios, value) === null,
        )
        .map(({ value }) => `${question.text}.${value}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});

it("Chinese texts are Chinese, apart from what is a name", () => {
  const untranslated = [...leaves(textsOf("zh"))]
    .filter(([, text]) => /\p{L}/u.test(text.replaceAll(/\{\w+\}/gu, "")))
    .filter(([, text]) => !/\p{Script=Han}/u.test(text))
    .map(([place]) => place);
  expect(untranslated.filter((place) => !place.startsWith("choices.safety."))).toEqual([]);
});

it("no question of the texts is left that nothing asks", () => {
  const asked = new Set<string>(questions.map(({ question }) => question.text));
  const unasked = Object.keys(EN.questions).filter((text) => !asked.has(text));
  expect(unasked).toEqual([]);
});

describe("fill", () => {
  it("replaces every mention and leaves what it does not know, so that a mistake shows", () => {
    expect(fill("{a} and {b} and {a}", { a: 1 })).toBe("1 and {b} and 1");
  });
});

describe("the language", () => {
  it("is the asked one, else that of the first locale variable that is set, else English", () => {
    expect(languageOf("en", { LANG: "zh_CN.UTF-8" })).toBe("en");
    expect(languageOf(undefined, { LANG: "zh_CN.UTF-8" })).toBe("zh");
    expect(languageOf(undefined, { LC_ALL: "en_US.UTF-8", LANG: "zh_CN.UTF-8" })).toBe("en");
    expect(languageOf(undefined, { LC_ALL: "", LANG: "zh_TW" })).toBe("zh");
    expect(languageOf(undefined, { LANG: "fr_FR.UTF-8" })).toBe("en");
    expect(languageOf(undefined, { LANG: "zh_CN.GB18030" })).toBe("en");
    expect(languageOf(undefined, {})).toBe("en");
  });
});
