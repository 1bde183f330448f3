import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../src/app/package-root.ts";
import { answersSchema } from "../../src/questionnaire/answers-schema.ts";
import { schemaCompiler } from "../../src/build/validators.ts";
import { readAnswers, writeAnswers } from "../../src/questionnaire/answers-file.ts";
import { draftWorkload } from "../../src/questionnaire/draft.ts";
import type { Answer } from "../../src/questionnaire/question.ts";
import { advisorOfCatalog } from "./facts.ts";

const { facts, read } = advisorOfCatalog();
const FILE = join(packageRoot(), "schemas", "answers.schema.json");
const schema = answersSchema(facts);
const validate = schemaCompiler(schema).compile(schema);

/** Whether the schema takes the file, and whether the program does. */
function verdicts(text: string): { schema: boolean; program: boolean } {
  return {
    schema: validate(parse(text)),
    program: readAnswers(text, "a.yaml", new Map(), facts, read).ok,
  };
}

describe("the schema of answers files", () => {
  it("is what the questions say; UPDATE=1 writes it anew", () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env["UPDATE"] === "1") writeFileSync(FILE, text);
    expect(JSON.parse(readFileSync(FILE, "utf8"))).toEqual(JSON.parse(text));
  });

  it.each(facts.scenarios)(
    "takes the default of every question of %s, as ask writes it",
    (scenario) => {
      for (const weights of ["keep", "sliders", "swing", "pairwise"]) {
        const start = new Map<string, Answer>([
          ["scenario", scenario],
          ["weights", weights],
        ]);
        const answers = new Map(start);
        for (const { question, situation } of draftWorkload(start, facts).questions) {
          const usual = question.default(situation);
          if (usual !== null && !answers.has(question.id)) answers.set(question.id, usual);
        }
        const text = writeAnswers(answers, "heading");
        expect(validate(parse(text)) ? [] : validate.errors).toEqual([]);
        const reading = readAnswers(text, "a.yaml", new Map(), facts, read);
        expect(reading).toEqual({ ok: true, value: answers, warnings: [] });
      }
    },
  );

  it("refuses only what the program refuses too", () => {
    const chat = "scenario: natural-language-services\n";
    const wrong = [
      "scenario: chat\n",
      `${chat}plase: cloud\n`,
      `${chat}place: clowd\n`,
      `${chat}place: [cloud]\n`,
      `${chat}clockScaling: maybe\n`,
      `${chat}chat.modell: llama3.1-8b\n`,
      `${chat}excludedVendors: NVIDIA, AMD\n`,
      `${chat}weights: sliders\nweights.values: {price: 3}\n`,
      `${chat}weights: sliders\nweights.values: {cost: -3}\n`,
      `${chat}chat.rate: {per: second}\n`,
    ];
    expect(wrong.filter((text) => verdicts(text).schema)).toEqual([]);
    expect(wrong.filter((text) => verdicts(text).program)).toEqual([]);
    const right = [
      chat,
      `${chat}clockScaling: true\nchat.rate: 20 requests/s\nhorizon: 2 years\n`,
      `${chat}excludedVendors: [NVIDIA]\nmaxChips: 64\navailableBy: none\n`,
      `${chat}weights: pairwise\nweights.compare.cost.latency: 1/3\nweights.compare.cost.performance: 3\n`,
    ];
    expect(right.map(verdicts)).toEqual(right.map(() => ({ schema: true, program: true })));
  });
});
