import { describe, expect, it } from "vitest";
import { schemaCompiler } from "../../src/build/validators.ts";
import { readYaml } from "../../src/input/read-yaml.ts";
import { schemaDiagnostics } from "../../src/input/schema-diagnostics.ts";

/** A figure as profiles write it: a number, a text, or a mapping with a source. */
const SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    figure: {
      examples: ["80 GB"],
      anyOf: [
        { type: "number" },
        { type: "string" },
        {
          type: "object",
          additionalProperties: false,
          required: ["value", "source"],
          properties: { value: { type: "number" }, source: { type: "string" } },
        },
      ],
    },
    "a/b": { type: "integer" },
  },
};

function said(text: string): string[] {
  const reading = readYaml(text, "w.yaml");
  if (!reading.ok) throw new Error("not YAML");
  const isValid = schemaCompiler(SCHEMA).compile(SCHEMA);
  if (isValid(reading.value.value)) return [];
  return schemaDiagnostics(reading.value, isValid.errors ?? []).map(
    ({ line, column, path, message }) => `${line}:${column} ${path} ${message}`,
  );
}

describe("alternatives in a schema", () => {
  it("are shown as one fault when the value is of none of their kinds", () => {
    expect(said("figure: [1]\n")).toEqual(['1:9 figure "figure" has none of the accepted forms']);
  });

  it("show the faults of the one that was entered", () => {
    expect(said("figure: {value: x, source: y}\n")).toEqual([
      '1:17 figure.value "value" takes a number, not the text "x"',
    ]);
  });
});

describe("a place in a document", () => {
  it("may have a slash in its name", () => {
    expect(said("a/b: 1.5\n")).toEqual(['1:6 ["a/b"] "a/b" takes a whole number, not 1.5']);
  });
});
