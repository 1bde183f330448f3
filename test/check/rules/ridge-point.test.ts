import { describe, expect, it } from "vitest";
import { ridgePoint } from "../../../src/check/rules/ridge-point.ts";
import { EXAMPLE, edited, findings } from "../example.ts";

// 589.8 TOP/s ÷ 4.8 TB/s = 123, 294.9 ÷ 4.8 = 61 operations per byte
const at = (operationsPerByte: number | null) => [{ workload: "w", operationsPerByte }];

describe("CS3008 ridge-point", () => {
  it("accepts a workload within a factor of ten", () => {
    expect(findings(ridgePoint, EXAMPLE, at(100))).toEqual([]);
    expect(findings(ridgePoint, EXAMPLE, at(1200))).toEqual([]);
  });

  it("says which side idles beyond that", () => {
    expect(findings(ridgePoint, EXAMPLE, at(1300))[0]?.message).toContain("bandwidth would idle");
    expect(findings(ridgePoint, EXAMPLE, at(5))[0]?.message).toContain("arithmetic would idle");
  });

  it("looks at the nearest workload, and at none where the bytes are not known", () => {
    expect(findings(ridgePoint, EXAMPLE, [...at(5000), ...at(200)])).toEqual([]);
    expect(findings(ridgePoint, EXAMPLE, at(null))).toEqual([]);
  });

  it("names a bandwidth that would pass", () => {
    // Ten times 5 operations per byte: 294.9 TOP/s ÷ 50 = 5.9 TB/s
    expect(findings(ridgePoint, EXAMPLE, at(5))[0]?.help).toContain("5.90 TB/s");
    const balanced = edited(["bandwidth: 4.8 TB/s", "bandwidth: 5.91 TB/s"]);
    expect(findings(ridgePoint, balanced, at(5))).toEqual([]);
  });
});
