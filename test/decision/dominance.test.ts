import { describe, expect, it } from "vitest";
import { dominates } from "../../src/decision/dominance.ts";

describe("dominance", () => {
  // JMcDM 0.8.3, testnds.jl: of these four the last dominates the other three, and none of those another.
  it("agrees with JMcDM's non-dominated sort", () => {
    const rows = [
      [1, 2, 3],
      [2, 1, 3],
      [1, 3, 2],
      [4, 5, 6],
    ];
    const weights = [1, 1, 1];
    const counts = rows.map((row) => rows.filter((other) => dominates(row, other, weights)).length);
    expect(counts).toEqual([0, 0, 0, 3]);
  });

  it("needs one real advantage", () => {
    expect(dominates([1, 1], [1, 1], [1, 1])).toBe(false);
    expect(dominates([1, 2], [1, 1], [1, 1])).toBe(true);
  });

  it("takes rounding for no advantage", () => {
    const sum = 0.1 + 0.2;
    expect(dominates([sum, 1], [0.3, 1], [1, 1])).toBe(false);
    expect(dominates([0.3, 2], [sum, 1], [1, 1])).toBe(true);
  });

  it("ignores what has no weight", () => {
    expect(dominates([2, 0], [1, 9], [1, 0])).toBe(true);
    expect(dominates([1, 9], [1, 0], [1, 0])).toBe(false);
  });
});
