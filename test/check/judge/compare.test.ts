import { describe, expect, it } from "vitest";
import { compare } from "../../../src/check/judge/compare.ts";

const amount = { kind: "figure", value: 0 } as const;
const holds = (
  operator: "atMost" | "atLeast" | "below" | "above" | "equals",
  value: number,
): boolean => compare(value, 40, { operator, amount }, null).holds;

describe("comparing a figure", () => {
  it("includes the limit where the word does", () => {
    expect([holds("atMost", 40), holds("atLeast", 40), holds("equals", 40)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([holds("below", 40), holds("above", 40)]).toEqual([false, false]);
    expect([holds("atMost", 40.01), holds("atLeast", 39.99)]).toEqual([false, false]);
  });

  it("does not let rounding of sums decide", () => {
    expect(holds("atMost", 40 * (1 + 1e-12))).toBe(true);
    expect(holds("below", 40 * (1 - 1e-12))).toBe(false);
  });

  it("says how far past the limit the figure is, relative to it", () => {
    expect(compare(43, 40, { operator: "atMost", amount }, null).missedBy).toBeCloseTo(0.075, 12);
    expect(compare(30, 40, { operator: "atLeast", amount }, null).missedBy).toBeCloseTo(0.25, 12);
    expect(compare(39, 40, { operator: "atMost", amount }, null).missedBy).toBeNull();
  });

  it("asks which way is better where it must be no worse, and grants the tolerance", () => {
    const noWorse = { operator: "noWorseThan", amount, tolerance: 0.02 } as const;
    expect(compare(102, 100, noWorse, "lower").holds).toBe(true);
    expect(compare(102.1, 100, noWorse, "lower").holds).toBe(false);
    expect(compare(98, 100, noWorse, "higher").holds).toBe(true);
    expect(compare(97.9, 100, noWorse, "higher").holds).toBe(false);
  });
});
