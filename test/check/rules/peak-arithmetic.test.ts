import { describe, expect, it } from "vitest";
import { peakArithmetic } from "../../../src/check/rules/peak-arithmetic.ts";
import { EXAMPLE, edited, findings } from "../example.ts";

describe("CS3001 peak-arithmetic", () => {
  it("finds nothing where cores × clock × operations is the peak: 96 × 1.5 GHz × 4096 = 589.8 TFLOP/s", () => {
    expect(findings(peakArithmetic, EXAMPLE)).toEqual([]);
  });

  it("names the format whose peak does not follow, the product, and the clock that would give the peak", () => {
    const [finding, ...others] = findings(peakArithmetic, edited(["fp8: 589.8", "fp8: 640"]));
    expect(others).toEqual([]);
    expect(finding?.path).toEqual(["compute", "peak", "fp8"]);
    expect(finding?.message).toContain("96 cores × 1.5 GHz × 4096 = 590 TOP/s (+8.5 %)");
    // 640e12 ÷ (96 × 4096)
    expect(finding?.help).toContain("1.63 GHz");
    expect(finding?.missedBy).toBeCloseTo(640 / 589.824 - 1, 6);
  });

  it("leaves twice the product to the rule about sparse figures", () => {
    expect(findings(peakArithmetic, edited(["fp8: 589.8", "fp8: 1179.6"]))).toEqual([]);
  });

  it("is silent without operations per cycle", () => {
    const without = edited([
      "  opsPerCycle: { bf16: 2048, fp16: 2048, fp8: 4096, int8: 4096 }\n",
      "",
    ]).replace("fp8: 589.8", "fp8: 640");
    expect(findings(peakArithmetic, without)).toEqual([]);
  });
});
