import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument, stringify } from "yaml";
import { MATRIX_NAMES, rankMatrix } from "../../src/app/rank.ts";
import { isMapping } from "../../src/input/mapping.ts";
import { readMatrix } from "../../src/input/matrix/read-matrix.ts";

const TEXT = readFileSync(
  new URL("../../profiles/matrices/inference-accelerators.yaml", import.meta.url),
  "utf8",
).replace("robustness:", "robustness:\n  draws: 100");

/** Every number in a result, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** Places of all values below one, root first. */
function pathsIn(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  const own = path.length === 0 ? [] : [[...path]];
  if (Array.isArray(value)) {
    return [...own, ...value.flatMap((entry, i) => pathsIn(entry, [...path, i]))];
  }
  if (!isMapping(value)) return own;
  return [...own, ...Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]))];
}

/** What the text leads to: the faults found, and the figures of the ranking that are not finite. */
function outcome(text: string): { faults: number; wrong: number[] } {
  const reading = readMatrix(text, "m.yaml", MATRIX_NAMES);
  if (!reading.ok) return { faults: reading.diagnostics.length, wrong: [] };
  const result = rankMatrix(reading.value, { version: "0" });
  return { faults: 0, wrong: numbersIn(result).filter((x) => !Number.isFinite(x)) };
}

describe("a matrix file, whatever is done to it", () => {
  const document: unknown = parseDocument(TEXT).toJS();
  const paths = pathsIn(document);
  const junk = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      "",
      "x",
      true,
      [],
      {},
      0,
      -1,
      1,
      1e9,
      -1e9,
      1e-9,
      1e100,
      -1e100,
      1e308,
      ".inf",
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom<unknown>(
      ["rent"],
      { value: 1 },
      { value: 1, factor: 2 },
      { shape: "linear", worst: 0, best: 1 },
    ),
  );

  it("is refused with faults, or ranked with finite figures, whatever value stands at any place", () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), junk, (path, value) => {
        const changed = parseDocument(TEXT);
        changed.setIn(path, value);
        const { faults, wrong } = outcome(stringify(changed));
        expect(faults === 0 ? wrong : []).toEqual([]);
      }),
      { numRuns: 150, examples: [[["criteria", 1, "value", "worst"], Number.MIN_VALUE]] },
    );
  }, 60_000);

  it("is refused or ranked when parts of it are missing", () => {
    for (const path of paths) {
      const changed = parseDocument(TEXT);
      changed.deleteIn(path);
      expect(outcome(stringify(changed)).wrong).toEqual([]);
    }
  }, 60_000);
});
