import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { evaluationDocument } from "../../src/report/evaluation/document.ts";
import { createPalette } from "../../src/report/palette.ts";
import { writeTerminal } from "../../src/report/terminal/write.ts";
import { evaluateExample } from "../support/expectations.ts";

const catalog = loadBuiltinCatalog();

/** The report of an example without line breaks inside paragraphs. */
function told(name: string): string {
  const document = evaluationDocument(evaluateExample(name, catalog), {
    source: "workload.yaml",
    all: false,
  });
  return writeTerminal(document, { width: Infinity, palette: createPalette(0), ascii: false });
}

describe("the report of a workload", () => {
  it("says first of all that a smaller model takes the place of the one that was asked for", () => {
    const [verdict] = told("education-tutor").split("\nRanking");
    expect(verdict).toMatch(
      /runs tutor with Qwen3 8B in its place \(risk to its accuracy: medium\)/u,
    );
  });

  it("counts chips with the same fault together, whatever their names", () => {
    const driving = told("autonomous-driving");
    expect(driving).toMatch(/\d{3} × claims no safety level; ASIL-B is asked/u);
    expect(told("medical-imaging")).toMatch(/\d\d chips; daily-scans: its stacks run none of/u);
    expect(driving).not.toMatch(/\d{2,} for like reasons/u);
  });

  it("names the work of a throughput, and the task where there are several", () => {
    expect(told("autonomous-driving")).toMatch(
      /DRIVE Orin +cameras +[\d.]+–[\d.]+ [kM] frames\/s/u,
    );
    expect(told("fine-tuning")).toMatch(/[\d.]+–[\d.]+ k tokens\/s/u);
    expect(told("natural-language-services")).toMatch(/\d+–\d+ requests\/s/u);
  });

  it("names the format of a cache only where the task has one", () => {
    expect(told("edge-image-recognition")).not.toMatch(/int8\/int8/u);
    const voices = told("voice-assistant");
    expect(voices).toMatch(/dialogue .* fp8 /u);
    expect(voices).toContain("- Format: weights/activations/key-value cache");
    expect(told("medical-imaging")).not.toContain("- Format:");
  });

  it("lists no weight above 90 % at which another one would win", () => {
    const weights = (name: string): number[] =>
      [...told(name).matchAll(/weight of .* rises above ([\d.]+) %/gu)].map(([, p]) => Number(p));
    const found = ["keyword-spotting", "autonomous-driving", "recommendation"].flatMap(weights);
    expect(found.length).toBeGreaterThan(0);
    expect(Math.max(...found)).toBeLessThanOrEqual(90);
  });

  it("does not write data parallelism twice", () => {
    const training = told("pre-training");
    expect(training).toMatch(/\d+× (?:TP\d+ )?PP\d+/u);
    expect(training).not.toMatch(/× .*DP\d/u);
  });
});
