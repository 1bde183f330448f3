import { describe, expect, it } from "vitest";
import { memoryCapacity } from "../../../src/check/rules/memory-capacity.ts";
import { EXAMPLE, edited, findings } from "../example.ts";

describe("CS3012 memory-capacity", () => {
  it("accepts 144 GB in four stacks of HBM3E", () => {
    expect(findings(memoryCapacity, EXAMPLE)).toEqual([]);
  });

  it("refuses 288 GB: four stacks of 48 GB hold 192", () => {
    const [finding] = findings(memoryCapacity, edited(["capacity: 144", "capacity: 288"]));
    expect(finding).toMatchObject({ path: ["memory", "capacity"], limit: 192e9, missedBy: 0.5 });
    expect(finding?.help).toContain("memory.stacks ≥ 6");
  });
});
