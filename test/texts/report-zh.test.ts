import { describe, expect, it } from "vitest";
import { createAdvisor } from "../../src/app/ask.ts";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { loadScenario, scenarioIds } from "../../src/app/scenarios.ts";
import { finished } from "../../src/questionnaire/steps.ts";
import { evaluationDocument } from "../../src/report/evaluation/document.ts";
import { translateDocument, translator } from "../../src/report/translate.ts";
import { REPORT_ZH } from "../../src/texts/report-zh.ts";

const advisor = createAdvisor(loadBuiltinCatalog(), {
  version: "0",
  readJson: () => ({ ok: false, message: "no files" }),
  title: (scenario) => scenario,
});

/** What the language lacks in the report of an example, changed in a way that shows other sentences. */
function missing(
  scenario: string,
  change: (document: Record<string, unknown>) => object,
): string[] {
  const document = { ...loadScenario(scenario) };
  const result = finished(advisor.evaluate({ ...document, ...change(document) }));
  if (result === null) throw new Error(`${scenario} is valid`);
  const lacking: string[] = [];
  const report = evaluationDocument(result, { source: "w.yaml", all: false });
  translateDocument(
    report,
    translator(REPORT_ZH, (text) => lacking.push(text)),
  );
  return lacking;
}

describe("the report of evaluate in Chinese", () => {
  it.each(scenarioIds())("has every text of the report of %s", (scenario) => {
    expect(missing(scenario, () => ({}))).toEqual([]);
  });

  it("has those of a workload that no chip can run", () => {
    const impossible = () => ({
      budget: { monthly: "1 USD", horizon: "2 years", ownership: "rent" },
    });
    expect(missing("natural-language-services", impossible)).toEqual([]);
  });

  it("has no entry twice, where the first would hide the second", () => {
    const sentences = REPORT_ZH.sentences.map(([from]) => from);
    expect(sentences.filter((from, index) => sentences.indexOf(from) !== index)).toEqual([]);
  });
});
