import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MATRIX_NAMES } from "../../src/app/rank.ts";
import { METHODS } from "../../src/decision/methods/all-methods.ts";
import { NORMALISATIONS } from "../../src/decision/methods/normalise.ts";
import { BEST_WORST_MODELS } from "../../src/decision/weights/best-worst.ts";
import { RANDOM_INDEX_IDS } from "../../src/decision/weights/random-index.ts";
import { RANK_ORDER_FORMULAS } from "../../src/decision/weights/rank-order.ts";
import { isMapping } from "../../src/input/mapping.ts";
import type { Mapping } from "../../src/input/mapping.ts";
import { PREFERENCE_SHAPES } from "../../src/input/matrix/matrix-types.ts";
import { readMatrix } from "../../src/input/matrix/read-matrix.ts";

const SCHEMA: unknown = JSON.parse(
  readFileSync(new URL("../../schemas/matrix.schema.json", import.meta.url), "utf8"),
);
const EXAMPLES = join(import.meta.dirname, "../../profiles/matrices");

/** Every key that a matrix file may have, with its schema. */
function properties(schema: unknown, path = ""): { path: string; schema: Mapping }[] {
  if (Array.isArray(schema)) return schema.flatMap((part: unknown) => properties(part, path));
  if (!isMapping(schema)) return [];
  const own = isMapping(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const found = own.flatMap(([key, value]) =>
    isMapping(value) ? [{ path: `${path}/${key}`, schema: value }] : [],
  );
  const inside = Object.entries(schema)
    .filter(([key]) => !["examples", "enum"].includes(key))
    .flatMap(([key, value]) => properties(value, `${path}/${key}`));
  return [...found, ...inside];
}

const KEYS = properties(SCHEMA);

/** Values of the list of that key, the longest where several keys have the name. */
function listed(key: string): unknown {
  const lists = KEYS.filter(({ path }) => path.endsWith(`/${key}`)).map(
    ({ schema }) => schema["enum"],
  );
  return lists.filter(Array.isArray).toSorted((a, b) => b.length - a.length)[0];
}

describe("the matrix schema", () => {
  it("is of the draft that editors support", () => {
    expect(isMapping(SCHEMA) && SCHEMA["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
  });

  it("describes every key", () => {
    expect(KEYS.length).toBeGreaterThan(60);
    const bare = KEYS.filter(({ schema }) => !("description" in schema || "$ref" in schema));
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it("describes every value of its lists or none", () => {
    const uneven = KEYS.filter(({ schema: { enum: values, enumDescriptions: texts } }) => {
      return Array.isArray(values) && Array.isArray(texts) && values.length !== texts.length;
    });
    expect(uneven).toEqual([]);
  });

  it("lists what the decision layer knows, no more and no less", () => {
    expect(listed("normalisation")).toEqual(NORMALISATIONS);
    expect(listed("formula")).toEqual(RANK_ORDER_FORMULAS);
    expect(listed("model")).toEqual(BEST_WORST_MODELS);
    const shapes = KEYS.filter(({ path }) => path.endsWith("/shape")).map(
      ({ schema }) => schema["enum"],
    );
    expect(shapes).toContainEqual(PREFERENCE_SHAPES);
    const defined = isMapping(SCHEMA) && isMapping(SCHEMA["$defs"]) ? SCHEMA["$defs"] : {};
    expect(defined["randomIndex"]).toMatchObject({
      anyOf: [{ enum: RANDOM_INDEX_IDS }, { type: "number" }],
    });
  });

  it("has a key for each option of each method", () => {
    for (const option of METHODS.flatMap(({ reads }) => reads)) {
      expect(
        KEYS.some(({ path }) => path.includes("/methods/") && path.endsWith(`/${option}`)),
      ).toBe(true);
    }
  });
});

describe("the examples", () => {
  const files = readdirSync(EXAMPLES);

  it.each(files)("%s is read without a fault or a warning", (file) => {
    const text = readFileSync(join(EXAMPLES, file), "utf8");
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/schemas\/matrix\.schema\.json$/mu,
    );
    expect(readMatrix(text, file, MATRIX_NAMES)).toMatchObject({ ok: true, warnings: [] });
  });
});
