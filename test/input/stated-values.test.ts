import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readWorkload } from "../../src/input/read-workload.ts";
import { KNOWN } from "./known.ts";

const BASE = readFileSync(new URL("../fixtures/workloads/base.yaml", import.meta.url), "utf8");
const known = { ...KNOWN, directions: { cost: "min", performance: "max" } } as const;

function read(values: string) {
  return readWorkload(
    `${BASE.trimEnd()}\npreferences:\n  values:\n    ${values}\n`,
    "w.yaml",
    known,
  );
}

describe("value functions of a workload", () => {
  it("are read by criterion, and absent where the file states none", () => {
    const reading = read("cost: {shape: log, worst: 1000000, best: 1000}");
    expect(reading).toMatchObject({
      ok: true,
      value: { values: { cost: { kind: "log", worst: 1_000_000, best: 1000 } } },
    });
    const without = readWorkload(BASE, "w.yaml", known);
    expect(without.ok && "values" in without.value).toBe(false);
  });

  it("may rise and fall where the best lies in between", () => {
    expect(read("cost: {shape: target, low: 1, target: 2, high: 3}").ok).toBe(true);
  });

  it.each([
    ["kost: {shape: linear, worst: 2, best: 1}", 'there is no criterion "kost"', '"cost"'],
    ["cost: {shape: linear, worst: 1, best: 2}", "cost: less is better", "turn its two ends round"],
    [
      "performance: {shape: piecewise, points: [[1, 1], [2, 0]]}",
      "performance: more is better",
      "turn",
    ],
    ["cost: {shape: saturating, worst: 2}", "needs enough", "it takes worst, enough"],
    ["cost: {shape: log, worst: 2, best: 0}", "ends at 0 or below", "above 0"],
    ["cost: {shape: curve, worst: 2, best: 0}", '"curve" is not a value of "shape"', "linear"],
    ["cost: 12", '"cost" takes a mapping', ""],
  ])("%s: %s", (text, message, help) => {
    const reading = read(text);
    const [first, ...rest] = reading.ok ? [] : reading.diagnostics;
    expect(first?.message).toContain(message);
    expect(first?.help ?? "").toContain(help);
    expect(rest).toEqual([]);
    expect(first?.line).toBe(BASE.trimEnd().split("\n").length + 3);
  });
});
