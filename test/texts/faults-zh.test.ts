import { describe, expect, it, vi } from "vitest";
import { answerProblem } from "../../src/questionnaire/check-answer.ts";
import { draftOf, startInterview } from "../../src/questionnaire/interview.ts";
import { translator } from "../../src/report/translate.ts";
import { problemText } from "../../src/cli/ask/shown-question.ts";
import { FAULTS_ZH } from "../../src/texts/faults-zh.ts";
import { textsOf } from "../../src/texts/texts.ts";
import { createAdvisor } from "../../src/app/ask.ts";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import { jsonReader } from "../../src/cli/read-json.ts";

vi.setConfig({ testTimeout: 60_000 });

const { facts, read } = createAdvisor(loadBuiltinCatalog(), {
  version: "0",
  readJson: jsonReader(packageRoot()),
  title: (scenario) => scenario,
});
const translate = translator(FAULTS_ZH);

/** One for each way in which people get a figure, a date, a share or a name wrong. */
const WRONG = [
  [
    "abc",
    "five",
    "yes",
    "nan",
    "5",
    "0",
    "-3",
    "0.5",
    "2.5",
    "1e99",
    "0.0000001",
    "1 ms",
    "5 years",
  ],
  ["5 kg", "5 USD", "5 GB", "1 M", "1 M years", "1/0", "10 %", "150 %", "80 days", "5 个", "５ W"],
  ["3,5", "1_000", "10-20", "2027-13-40", "2027-02-31", "2027", "5 USD/cow", "none", "x.json"],
  ["1 USD/M tokens", "20 requests/s", "0 fps", "[1]", "x".repeat(130)],
].flat();

/** Every kind of load and task. */
const SCENARIOS = [
  "natural-language-services",
  "education-tutor",
  "edge-image-recognition",
  "big-data-analytics",
  "fine-tuning",
  "image-generation",
];

/** Whatever stands in quotation marks, and lists of units, is said as it is written. */
function english(text: string): boolean {
  const prose = text.replaceAll(/“[^”]*”|单位：[^；]*|可用的有：[^；]*|x\.json/gu, " ");
  return /[A-Za-z]{3,}/u.test(prose.replaceAll(/token|JSON/gu, ""));
}

describe("what is wrong with an answer, in Chinese", () => {
  it.each(SCENARIOS)("is said without a word of English for %s", (scenario) => {
    const interview = startInterview(new Map([["scenario", scenario]]), new Map(), []);
    const said = draftOf(interview, facts)
      .questions.filter(({ question }) => question.kind === "text" || question.kind === "search")
      .flatMap((applied) =>
        WRONG.flatMap((answer) => {
          const problem = answerProblem(applied, answer, interview, facts, read);
          return problem === null ? [] : [problemText(problem, textsOf("zh"), translate)];
        }),
      );
    expect(said.length).toBeGreaterThan(50);
    expect([...new Set(said)].filter(english)).toEqual([]);
  });

  it("is said of remarks on the whole file too", () => {
    expect(translate("the growth target lies after the horizon of 90 days")).toBe(
      "增长目标晚于 90 天的计费期",
    );
  });

  it("names the unit that is wrong and those that are right", () => {
    expect(translate('unknown unit "kg" for a rate')).toBe("“kg”不是速率的单位");
    expect(translate("valid units: requests/s, requests/min")).toBe(
      "可用的单位：requests/s, requests/min",
    );
  });
});
