import { describe, expect, it } from "vitest";
import { findMetric } from "../../src/check/metrics/all-metrics.ts";
import type { Assertion } from "../../src/check/policy/types.ts";
import { runMeasurements, type MeasuredRow } from "../../src/check/run-measurements.ts";

const ROW: MeasuredRow["row"] = {
  id: "bringup-1",
  set: "llm-inference",
  metric: "output_tokens_per_s",
  unit: "tokens/s",
  grade: "A",
  chip: "meridian-1",
  chipClass: "asic",
  stack: "datacenter-asic-llm",
  model: "llama3.1-8b",
  measured: 800,
  predicted: 1000,
  ratio: 1.25,
  errorFactor: 0.25,
  crudeErrorFactor: null,
  interval: { low: 700, high: 1300 },
  skipped: null,
  excluded: null,
};

const measured = (
  changes: Partial<MeasuredRow["row"]> = {},
  direction: "rate" | "time" = "rate",
): MeasuredRow => ({
  row: { ...ROW, ...changes },
  file: "bringup.csv",
  line: 2,
  direction,
});

function assertion(
  metric: string,
  value: number,
  rows: readonly string[] | null = null,
): Assertion {
  const found = findMetric(metric);
  if (found === null) throw new Error(metric);
  return {
    id: "kept",
    metric: found,
    comparison: { operator: "atLeast", amount: { kind: "figure", value } },
    with: null,
    percentile: null,
    rows,
    workloads: null,
    specs: null,
    level: "error",
    reason: null,
    place: { file: "policy.yaml", line: 3, column: 5, endColumn: 9 },
  };
}

const verdicts = (rows: readonly MeasuredRow[], asked: Assertion): unknown[] =>
  runMeasurements(rows, [asked]).map(({ status, value }) => [status, value]);

describe("measured silicon", () => {
  it("is judged against the prediction: 800 of 1000 tokens/s is 80 %", () => {
    expect(verdicts([measured()], assertion("measuredOverPredicted", 0.8))).toEqual([
      ["pass", 0.8],
    ]);
    expect(verdicts([measured()], assertion("measuredOverPredicted", 0.81))).toEqual([
      ["fail", 0.8],
    ]);
  });

  it("keeps its promise of a time when it needs no longer: 10 ms of 8 predicted is 80 % as well", () => {
    const time = measured({ metric: "tpot_ms", unit: "ms", measured: 10, predicted: 8 }, "time");
    expect(verdicts([time], assertion("measuredOverPredicted", 0.8))).toEqual([["pass", 0.8]]);
  });

  it("is judged against figures of the policy, row by row", () => {
    const asked = assertion("measured", 850, ["bringup-1"]);
    expect(verdicts([measured(), measured({ id: "bringup-2", measured: 900 })], asked)).toEqual([
      ["fail", 800],
    ]);
  });

  it("tells file and line, prediction and interval", () => {
    const [entry] = runMeasurements([measured()], [assertion("measuredOverPredicted", 0.9)]);
    expect(entry).toMatchObject({ code: "CS2104", place: { line: 3 }, spec: "meridian-1" });
    expect(entry?.message).toBe(
      "bringup.csv:2: bringup-1, output_tokens_per_s of llama3.1-8b: 800 tokens/s measured, 1000 tokens/s predicted (80 % of such predictions: 700 tokens/s to 1300 tokens/s): 80 % of what is promised",
    );
    expect(entry?.missedBy).toBeCloseTo(1 / 9, 9);
  });

  it("skips a row that cannot be predicted, with the reason, and never calls it a pass", () => {
    const unknown = measured({ predicted: null, skipped: "model not in the catalogue" });
    const [entry] = runMeasurements([unknown], [assertion("measuredOverPredicted", 0.8)]);
    expect(entry).toMatchObject({ status: "skip", reason: "model not in the catalogue" });
  });
});
