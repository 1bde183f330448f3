import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { knownNames } from "../../src/app/known-names.ts";
import { ModelError, prepareWorkload } from "../../src/app/resolve-models.ts";
import { readWorkload } from "../../src/input/read-workload.ts";

const catalog = loadBuiltinCatalog();

/** The workload of one task, with its models found and lowered. */
function prepared(task: string) {
  const text = `scenario: {name: One, place: cloud}\ndemand: {tasks: [{id: a, kind: inference, ${task}}]}\n`;
  const reading = readWorkload(text, "w.yaml", knownNames(catalog));
  if (!reading.ok) throw new Error(reading.diagnostics.map(({ message }) => message).join("; "));
  return prepareWorkload(reading.value, catalog);
}

describe("who drafts for speculative decoding", () => {
  const chat = "rate: 5, input: 100, output: 10";
  const names = (task: string) =>
    prepared(task).tasks[0]?.variants.map(({ compression }) => compression.join(", "));

  it("is another language model", () => {
    const speculation = "{draft: llama3.2-1b, tokens: 4, acceptance: 0.7}";
    expect(names(`model: llama3.1-70b, ${chat}, speculation: ${speculation}`)).toEqual([
      "",
      "4 tokens proposed by Llama 3.2 1B",
    ]);
  });

  it("is a head of the model itself", () => {
    const speculation = "{draft: prediction-head, tokens: 3, acceptance: 0.7}";
    expect(names(`model: deepseek-r1, ${chat}, speculation: ${speculation}`)).toEqual([
      "",
      "3 tokens proposed by its prediction head",
    ]);
  });

  it.each([
    ["model: whisper-large-v3", "prediction-head", /has no multi-token prediction head/],
    ["model: llama3.1-70b", "resnet50", /writes no tokens, so it cannot draft any/],
  ])("is refused for %s and %s", (model, draft, message) => {
    const speculation = `{draft: ${draft}, tokens: 3, acceptance: 0.7}`;
    const act = () => prepared(`${model}, ${chat}, speculation: ${speculation}`);
    expect(act).toThrow(ModelError);
    expect(act).toThrow(message);
  });
});
