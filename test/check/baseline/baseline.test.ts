import { describe, expect, it } from "vitest";
import {
  baselineFigure,
  staleEntries,
  toBaseline,
} from "../../../src/check/baseline/compare-baseline.ts";
import { readBaseline } from "../../../src/check/baseline/read-baseline.ts";
import type { FigureDelta } from "../../../src/check/types.ts";

const figure = (
  spec: string,
  workload: string | null,
  metric: string,
  now: number,
): FigureDelta => ({
  spec,
  workload,
  metric,
  title: metric,
  unit: "",
  before: null,
  now,
  relative: null,
  better: null,
});

const FIGURES = [figure("a", null, "tdp", 700), figure("a", "chat", "power", 5000)];
const baseline = toBaseline(FIGURES, [], "1.2.3");

describe("a baseline", () => {
  it("comes back as it was written", () => {
    const reading = readBaseline(JSON.stringify(baseline), "base.json");
    expect(reading).toMatchObject({ ok: true, value: baseline });
    expect(baselineFigure(baseline)("a", "chat", "power")).toBe(5000);
    expect(baselineFigure(baseline)("a", null, "tdp")).toBe(700);
    expect(baselineFigure(baseline)("b", null, "tdp")).toBeUndefined();
  });

  it.each([
    ["nothing", ""],
    ["half a file", JSON.stringify(baseline).slice(0, 40)],
    ["no object", "[]"],
    ["another JSON", "{}"],
    ["a later version", JSON.stringify({ ...baseline, schemaVersion: 2 })],
    [
      "a figure that is text",
      JSON.stringify({ ...baseline, figures: { a: { "": { tdp: "700" } } } }),
    ],
    ["a result in place of a baseline", JSON.stringify({ schemaVersion: 1, tool: baseline.tool })],
  ])("that holds %s is refused", (_what, text) => {
    const reading = readBaseline(text, "base.json");
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.diagnostics.map(({ code }) => code)).toEqual(["CS2020"]);
  });

  it("says which of its entries nothing answers to", () => {
    expect(staleEntries(baseline, FIGURES)).toEqual([]);
    expect(staleEntries(baseline, [figure("b", null, "tdp", 1)])).toEqual([
      "spec a is in the baseline, but not in this run",
    ]);
    expect(staleEntries(baseline, [figure("a", null, "price", 1)])).toEqual([
      "a: the baseline has tdp, which this run lacks",
      "workload chat of a is in the baseline, but not in this run",
    ]);
  });
});
