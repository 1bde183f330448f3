import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { evaluate } from "../../src/app/evaluate.ts";
import { knownNames } from "../../src/app/known-names.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import { lineAndColumn, locateJson } from "../../src/input/locate-json.ts";
import { readResult } from "../../src/input/read-result.ts";
import { readWorkload } from "../../src/input/read-workload.ts";
import { writeJson } from "../../src/report/json.ts";
import { EVALUATION, NOTHING_FEASIBLE } from "../report/fixtures/evaluation.ts";

// Whole evaluations, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const fault = (text: string) => {
  const reading = readResult(text, "r.json");
  if (reading.ok) throw new Error("accepted");
  const [first] = reading.diagnostics;
  return { count: reading.diagnostics.length, ...first };
};

describe("reading a saved result", () => {
  it.each([
    ["with a winner", EVALUATION],
    ["without", NOTHING_FEASIBLE],
  ])("gives back what was written, %s", (_name, result) => {
    const text = writeJson(result);
    const reading = readResult(text, "r.json");
    if (!reading.ok) throw new Error(reading.diagnostics[0]?.message);
    expect(writeJson(reading.value)).toBe(text);
  });

  const catalog = loadBuiltinCatalog();
  const folder = join(packageRoot(), "profiles", "workloads");
  it.each(readdirSync(folder))("the schema describes the result of %s", (file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const workload = readWorkload(text, file, knownNames(catalog));
    if (!workload.ok) throw new Error(workload.diagnostics[0]?.message);
    const result = evaluate(workload.value, catalog, { version: "1" });
    expect(readResult(writeJson(result), "r.json")).toMatchObject({ ok: true });
  });

  it("says where the JSON breaks off", () => {
    const text = writeJson(EVALUATION).slice(0, 500);
    expect(fault(text)).toMatchObject({
      code: "CS1901",
      message: "this is not valid JSON",
      line: text.split("\n").length,
    });
    expect(fault("")).toMatchObject({ code: "CS1901", message: "the file is empty" });
  });

  it.each([
    ["{}", "this is no result of chipselect evaluate: it has no schemaVersion"],
    ["[]", "this is no result of chipselect evaluate: it has no schemaVersion"],
    ['{"schemaVersion": 2}', "schemaVersion 2 is not known to this version, which reads 1"],
    ['{"schemaVersion": "1"}', 'schemaVersion "1" is not known to this version, which reads 1'],
  ])("refuses %s", (text, message) => {
    expect(fault(text)).toMatchObject({ code: "CS1901", message, line: 1 });
  });

  it("tells a wrong value with its line, whatever stands before it", () => {
    const text = writeJson(EVALUATION).replace('"rank": 2,', '"rank": "second",');
    const line = text.split("\n").findIndex((each) => each.includes("second")) + 1;
    expect(fault(text)).toMatchObject({
      count: 1,
      code: "CS1103",
      line,
      path: "candidates[1].rank",
    });
  });

  it("tells a missing key", () => {
    const { recommendation: _left, ...rest } = EVALUATION;
    expect(fault(writeJson(rest))).toMatchObject({
      code: "CS1102",
      message: 'missing key "recommendation" in the document',
    });
  });
});

describe("the place of a value in JSON", () => {
  const text = '{\n  "a\\"": [1, {"b": "x]}"}, [2, 3]],\n  "c": {"d": null}\n}';
  it.each<[readonly (string | number)[], string]>([
    [[], "{"],
    [['a"'], "[1"],
    [['a"', 0], "1,"],
    [['a"', 1, "b"], '"x]}"'],
    [['a"', 2, 1], "3]"],
    [["c", "d"], "null"],
    // What is not there is shown at what would hold it.
    [["c", "e"], '{"d"'],
    [['a"', 9], "[1"],
    [["c", "d", "e"], "null"],
  ])("%j", (path, start) => {
    const at = locateJson(text, path);
    expect(text.slice(at, at + start.length)).toBe(start);
  });

  it("counts lines and columns from one", () => {
    expect(lineAndColumn(text, text.indexOf('"c"'))).toEqual({ line: 3, column: 3 });
  });
});
