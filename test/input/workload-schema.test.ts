import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isMapping } from "../../src/input/mapping.ts";
import type { Mapping } from "../../src/input/mapping.ts";
import { parseCostPerWork } from "../../src/units/cost-per-work.ts";
import { parseQuantity } from "../../src/units/quantity.ts";
import { DIMENSIONS } from "../../src/units/dimensions.ts";

const SCHEMA: unknown = JSON.parse(
  readFileSync(new URL("../../schemas/workload.schema.json", import.meta.url), "utf8"),
);

interface Property {
  path: string;
  schema: Mapping;
}

/** Every key that a workload file may have, with its schema. */
function properties(schema: unknown, path = ""): Property[] {
  if (Array.isArray(schema)) return schema.flatMap((part: unknown) => properties(part, path));
  if (!isMapping(schema)) return [];
  const own = isMapping(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const found = own.flatMap(([key, value]) =>
    isMapping(value) ? [{ path: `${path}/${key}`, schema: value }] : [],
  );
  const inside = Object.entries(schema)
    .filter(([key]) => !["examples", "enum", "if"].includes(key))
    .flatMap(([key, value]) => properties(value, `${path}/${key}`));
  return [...found, ...inside];
}

describe("the workload schema", () => {
  it("is of the draft that editors support", () => {
    expect(isMapping(SCHEMA) && SCHEMA["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
  });

  const described = properties(SCHEMA).filter(({ schema }) => !("const" in schema));

  it("describes every key", () => {
    expect(described.length).toBeGreaterThan(60);
    const bare = described.filter(
      ({ schema, path }) =>
        !("description" in schema || "$ref" in schema) && !/if\/properties/.test(path),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it("describes every value of its lists or none", () => {
    const uneven = described.filter(({ schema }) => {
      const { enum: values, enumDescriptions: texts } = schema;
      return Array.isArray(values) && Array.isArray(texts) && values.length !== texts.length;
    });
    expect(uneven).toEqual([]);
  });

  it("gives only examples that some dimension reads", () => {
    const written = described.flatMap(({ schema }) => {
      const { examples, type } = schema;
      const isQuantity = Array.isArray(type) && type.includes("string") && type.includes("number");
      return isQuantity && Array.isArray(examples) ? (examples as unknown[]) : [];
    });
    const quantities = written.filter((value) => typeof value === "string");
    expect(quantities.length).toBeGreaterThan(10);
    const unreadable = quantities.filter(
      (text) =>
        !parseCostPerWork(text).ok &&
        !DIMENSIONS.some((dimension) => parseQuantity(text, dimension).ok),
    );
    expect(unreadable).toEqual([]);
  });
});
