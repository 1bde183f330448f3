import { describe, expect, it } from "vitest";
import { liveLine } from "../../../src/cli/ask/live-line.ts";
import { displayWidth } from "../../../src/report/terminal/width.ts";
import { finished } from "../../../src/questionnaire/steps.ts";
import { textsOf } from "../../../src/texts/texts.ts";
import { advisorOfCatalog } from "../../questionnaire/facts.ts";

const { facts, evaluate } = advisorOfCatalog();
const result = finished(evaluate(facts.preset("keyword-spotting")));
if (result === null) throw new Error("an example is valid");

/** The same ranking among chips with these names. */
function lineOf(names: readonly string[], width: number, language: "en" | "zh" = "en"): string {
  if (result === null) throw new Error("an example is valid");
  const candidates = result.candidates.map((candidate, index) => ({
    ...candidate,
    name: names[index] ?? candidate.name,
  }));
  const impacts = [{ id: "place", tried: 29, changed: 10, shift: 0.1 }];
  return liveLine({ ...result, candidates }, impacts, textsOf(language).live, width);
}

const LONG = [
  "RTX PRO 6000 Blackwell Server Edition",
  "RTX PRO 6000 Blackwell Workstation Edition",
  "GH200 Grace Hopper 96GB HBM3",
];

describe("the live line", () => {
  it("says who leads and how firmly, in words where there is room", () => {
    expect(lineOf(["A", "B", "C"], 80)).toMatch(
      /^Now: 1 A > 2 B > 3 C \| lead 0\.\d{3} \| first in 19\/29 what-ifs$/u,
    );
  });

  it("shortens the words before the names, and fits on a line in either language", () => {
    const line = lineOf(LONG, 80);
    expect(line).toMatch(/ \| lead 0\.\d{3} \| firm 19\/29$/u);
    expect(line).toMatch(/^Now: 1 RTX P.+ > 2 RTX P.+ > 3 GH200.+ \| /u);
    for (const width of [40, 60, 80, 100, 120]) {
      expect(displayWidth(lineOf(LONG, width))).toBeLessThanOrEqual(width);
      expect(displayWidth(lineOf(LONG, width, "zh"))).toBeLessThanOrEqual(width);
    }
  });
});
