import { describe, expect, it } from "vitest";
import { unsupportedPrecision } from "../../../src/check/rules/unsupported-precision.ts";
import { EXAMPLE, edited, places } from "../example.ts";

describe("CS3009 unsupported-precision", () => {
  it("accepts formats that the stack runs", () => {
    expect(places(unsupportedPrecision, EXAMPLE)).toEqual([]);
  });

  it("names those that it does not: ONNX Runtime on CPUs has no FP4", () => {
    const claimed = edited(
      ["[datacenter-asic-llm]", "[onnxruntime-cpu]"],
      ["    fp8: 589.8 TFLOP/s\n", "    fp8: 589.8 TFLOP/s\n    fp4: 1179.6 TFLOP/s\n"],
    );
    expect(places(unsupportedPrecision, claimed)).toContain("compute.peak.fp4");
    expect(places(unsupportedPrecision, claimed)).not.toContain("compute.peak.fp32");
  });
});
