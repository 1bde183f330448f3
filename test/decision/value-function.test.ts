import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureWorth, valueOf } from "../../src/decision/value-function.ts";

describe("value of a figure on a fixed range", () => {
  it("runs from 0 at the worst end to 1 at the best, whichever is larger", () => {
    expect(valueOf(1.5, { worst: 1, best: 2 }, "linear")).toEqual({ value: 0.5, clipped: false });
    expect(valueOf(0.25, { worst: 1, best: 0 }, "linear")).toEqual({ value: 0.75, clipped: false });
  });

  it("values equal factors the same on a log scale", () => {
    const range = { worst: 1_000_000, best: 1_000 };
    expect(valueOf(10_000, range, "log").value).toBeCloseTo(2 / 3, 12);
    expect(valueOf(100_000, range, "log").value).toBeCloseTo(1 / 3, 12);
  });

  it("clips past either end and says so", () => {
    const range = { worst: 1, best: 2 };
    expect(valueOf(3, range, "linear")).toEqual({ value: 1, clipped: true });
    expect(valueOf(0.5, range, "linear")).toEqual({ value: 0, clipped: true });
    expect(valueOf(2, range, "linear").clipped).toBe(false);
  });

  it("refuses a range without length, where every figure would be worth everything and nothing", () => {
    expect(() => valueOf(1, { worst: 5, best: 5 }, "linear")).toThrow(RangeError);
    expect(() => valueOf(1, { worst: 1, best: 0 }, "log")).toThrow(RangeError);
  });

  it("finds the figure of a value again", () => {
    const end = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        end,
        fc.double({ min: 1.001, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom("linear" as const, "log" as const),
        fc.boolean(),
        (low, factor, value, scale, rising) => {
          const ends = [low, low * factor] as const;
          const range = rising
            ? { worst: ends[0], best: ends[1] }
            : { worst: ends[1], best: ends[0] };
          expect(valueOf(figureWorth(value, range, scale), range, scale).value).toBeCloseTo(
            value,
            6,
          );
        },
      ),
    );
  });
});
