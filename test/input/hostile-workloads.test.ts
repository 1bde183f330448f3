import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import type { Diagnostic } from "../../src/input/diagnostic.ts";
import { readWorkload } from "../../src/input/read-workload.ts";
import { renderDiagnostics } from "../../src/input/render-diagnostics.ts";
import { KNOWN } from "./known.ts";

const TEXT = readFileSync(new URL("../fixtures/workloads/reference.yaml", import.meta.url), "utf8");

function read(text: string): readonly Diagnostic[] {
  const reading = readWorkload(text, "w.yaml", KNOWN);
  return reading.ok ? reading.warnings : reading.diagnostics;
}

/** Diagnostics whose place is not in the text. */
function misplaced(text: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lines = text.split(/\r\n|\r|\n/);
  return diagnostics.filter(({ line, column, endColumn }) => {
    const length = lines[line - 1]?.length ?? -1;
    return column < 1 || column > length + 1 || endColumn < column;
  });
}

describe("a workload file, whatever is done to it", () => {
  it("is read or refused with places that exist, character by character", () => {
    const scrap = fc.constantFrom(
      "",
      ":",
      "-",
      "\n",
      "{",
      "[",
      "*x",
      "&x ",
      "'",
      "\t",
      "#",
      "é",
      "0",
    );
    const place = fc.integer({ min: 0, max: TEXT.length });
    const cut = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(place, cut, scrap, (at, length, inserted) => {
        const text = TEXT.slice(0, at) + inserted + TEXT.slice(at + length);
        const diagnostics = read(text);
        expect(misplaced(text, diagnostics)).toEqual([]);
        expect(renderDiagnostics(diagnostics, { sources: new Map([["w.yaml", text]]) })).toBeTypeOf(
          "string",
        );
      }),
      { numRuns: 300 },
    );
  });

  it("may hold any value at any place", () => {
    const document = parseDocument(TEXT);
    const value: unknown = document.toJS();
    const paths = placesOf(value);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, replacement) => {
        const changed = document.clone();
        changed.setIn(path, changed.createNode(replacement));
        const text = changed.toString();
        expect(misplaced(text, read(text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function placesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  const children = Array.isArray(value)
    ? value.map((child: unknown, index) => placesOf(child, [...path, index]))
    : Object.entries(value).map(([key, child]) => placesOf(child, [...path, key]));
  return [...(path.length > 0 ? [path] : []), ...children.flat()];
}
