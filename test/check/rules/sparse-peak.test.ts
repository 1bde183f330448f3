import { describe, expect, it } from "vitest";
import { sparsePeak } from "../../../src/check/rules/sparse-peak.ts";
import { EXAMPLE, edited, findings, places } from "../example.ts";

describe("CS3010 sparse-peak", () => {
  it("accepts dense figures", () => {
    expect(findings(sparsePeak, EXAMPLE)).toEqual([]);
  });

  it("takes twice cores × clock × operations for a figure with sparsity, and names the half", () => {
    const [finding] = findings(sparsePeak, edited(["int8: 589.8", "int8: 1179.6"]));
    expect(finding?.path).toEqual(["compute", "peak", "int8"]);
    expect(finding?.help).toBe("a dense compute.peak.int8 of 590 TOP/s would pass");
  });

  it("takes four times the 16-bit rate for one where the units skip zeros", () => {
    const doubled = edited(
      ["structuredSparsity: false", "structuredSparsity: true"],
      ["fp8: 589.8", "fp8: 1179.6"],
      [", fp8: 4096, int8: 4096", ""],
    );
    expect(places(sparsePeak, doubled)).toEqual(["compute.peak.fp8"]);
  });

  it("believes a note that says so", () => {
    const noted = edited([
      "fp16: 294.9 TFLOP/s",
      'fp16: { value: 294.9 TFLOP/s, note: "with 2:4 sparsity" }',
    ]);
    expect(places(sparsePeak, noted)).toEqual(["compute.peak.fp16"]);
    expect(places(sparsePeak, noted.replace("with 2:4 sparsity", "without sparsity"))).toEqual([]);
  });
});
