import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readAnswers, writeAnswers } from "../../src/questionnaire/answers-file.ts";
import { equivalentCommand } from "../../src/questionnaire/command-line.ts";
import { draftWorkload } from "../../src/questionnaire/draft.ts";
import type { Answer } from "../../src/questionnaire/question.ts";
import { writeWorkload } from "../../src/questionnaire/write-workload.ts";
import { advisorOfCatalog } from "./facts.ts";

const { facts, read } = advisorOfCatalog();

describe("a workload file", () => {
  const document = {
    scenario: { name: "A: tricky # name", place: "cloud" },
    demand: { tasks: [{ id: "a", input: { mean: 1, p95: 2 }, precision: ["fp8", "bf16"] }] },
    budget: { horizon: "2 years" },
  };

  it("starts with the modeline, says what each answered line means, and keeps small things on a line", () => {
    const text = writeWorkload(
      document,
      ["First.", "Second."],
      [
        { path: ["budget", "horizon"], text: "how long" },
        { path: ["demand", "tasks", 0, "input", "mean"], text: "length" },
        { path: ["demand", "tasks", 0, "missing"], text: "nowhere" },
      ],
    );
    expect(text)
      .toBe(`# yaml-language-server: $schema=./node_modules/chipselect/schemas/workload.schema.json

# First.
# Second.

scenario:
  name: "A: tricky # name"
  place: cloud

demand:
  tasks:
    - id: a
      input: {mean: 1, p95: 2} # length
      precision: [fp8, bf16]

budget:
  horizon: 2 years # how long
`);
    expect(parse(text)).toEqual(document);
  });
});

describe("an answers file", () => {
  const answers = new Map<string, Answer>([
    ["scenario", "edge-image-recognition"],
    ["tasks", ["watch"]],
    ["watch.model", "mobilenet-v2"],
    ["sites", "500"],
    ["weights", "sliders"],
    ["weights.values", { cost: 70, energy: 30 }],
  ]);

  it("reads back as it was written", () => {
    const text = writeAnswers(answers, "what this is");
    expect(text).toContain("# what this is");
    const reading = readAnswers(text, "a.yaml", new Map(), facts, read);
    expect(reading).toEqual({ ok: true, value: answers, warnings: [] });
  });

  function faults(text: string) {
    const reading = readAnswers(text, "a.yaml", new Map(), facts, read);
    if (reading.ok) return [];
    return reading.diagnostics.map(
      ({ line, message, help }) => `${line}: ${message}${help === null ? "" : `; ${help}`}`,
    );
  }

  it("names unknown questions, with the nearest", () => {
    expect(faults("scenario: pre-training\npretrain.modell: llama3.1-70b\n")).toEqual([
      '2: there is no question "pretrain.modell"; did you mean "pretrain.model" or "pretrain.tokens"?',
    ]);
    expect(faults("place: cloud\n")[0]).toContain("name the scenario first");
  });

  it("says that an answer is none to its question, at its line", () => {
    const text = "scenario: pre-training\nplace: clowd\n";
    expect(faults(text)).toEqual([
      '2: "clowd" is no answer to "place"; did you mean "cloud"? valid: cloud, datacenter, on-premises, pc, edge, vehicle, device',
    ]);
  });

  it("passes on what the reader of workloads says, at the answer that is to blame", () => {
    const text = "scenario: natural-language-services\nmonthly: 20 kg\n";
    expect(faults(text)[0]).toMatch(/^2: unknown unit "kg" for an amount of money/u);
  });

  it("says which answer another one rules out", () => {
    const text = "scenario: natural-language-services\nchat.users: 500\n";
    expect(faults(text)).toEqual(['2: "chat.users" is not asked: another answer rules it out']);
  });

  it("must be a mapping of plain answers", () => {
    expect(faults("- a\n")[0]).toContain("no mapping");
    expect(faults("scenario: pre-training\nplace: {a: b}\n")[0]).toContain("wrong form");
  });
});

describe("the equivalent command line", () => {
  it("has every answer that applies, in the order of the questions, and nothing else", () => {
    const answers = new Map<string, Answer>([
      ["place", "cloud"],
      ["scenario", "natural-language-services"],
      ["chat.load", "users"],
      ["chat.rate", "1 requests/s"],
      ["excludedVendors", ["NVIDIA", "AMD"]],
    ]);
    const overrides = [{ path: ["budget", "monthly"], value: "1 k USD" }];
    const draft = draftWorkload(answers, facts, overrides);
    const target = { file: "w.yaml", language: "zh" } as const;
    expect(equivalentCommand(draft, answers, overrides, target)).toEqual([
      "chipselect",
      "ask",
      "--yes",
      "--set",
      "scenario=natural-language-services",
      "--set",
      "chat.load=users",
      "--set",
      "place=cloud",
      "--set",
      "excludedVendors=[NVIDIA, AMD]",
      "--set",
      "budget.monthly=1 k USD",
      "--lang",
      "zh",
      "-o",
      "w.yaml",
    ]);
  });
});
