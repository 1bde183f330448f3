import { describe, expect, it } from "vitest";
import { worthOf } from "../../../src/decision/values/shape.ts";

describe("value functions", () => {
  it("linear: equal steps are worth the same, either way round", () => {
    expect(worthOf({ kind: "linear", worst: 10, best: 0 }, 7.5).value).toBeCloseTo(0.25, 12);
  });

  it("log: equal factors are", () => {
    const { value } = worthOf({ kind: "log", worst: 1000, best: 10 }, 100);
    expect(value).toBeCloseTo(0.5, 12);
    // An error can make a figure 0, which no logarithm has.
    expect(worthOf({ kind: "log", worst: 1, best: 10 }, 0)).toEqual({ value: 0, clipped: true });
  });

  // Kirkwood 1997, eq. 4.4: (1 − e^(−ρ t)) ÷ (1 − e^(−ρ)); at the middle with ρ = 2 that is 1 ÷ (1 + e^(−1)).
  it("saturating: each step is worth less, and more than enough is worth no more", () => {
    const shape = { kind: "saturating", worst: 0, enough: 10, curvature: 2 } as const;
    expect(worthOf(shape, 5).value).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
    expect(worthOf(shape, 30)).toEqual({ value: 1, clipped: false });
    expect(worthOf(shape, -1)).toEqual({ value: 0, clipped: true });
    expect(worthOf({ ...shape, curvature: 0 }, 5).value).toBe(0.5);
    // The mirror image: as much below the line as the other one is above it.
    expect(worthOf({ ...shape, curvature: -2 }, 5).value).toBeCloseTo(1 / (1 + Math.E), 12);
  });

  it("target: best in between", () => {
    const shape = { kind: "target", low: 15, target: 20, high: 30 } as const;
    const values = [15, 17.5, 20, 25, 30].map((figure) => worthOf(shape, figure).value);
    expect(values).toEqual([0, 0.5, 1, 0.5, 0]);
    expect(worthOf(shape, 31)).toEqual({ value: 0, clipped: true });
  });

  it("extrapolate goes on beyond the ends and clips nothing", () => {
    const shape = { kind: "linear", worst: 0, best: 10 } as const;
    expect(worthOf(shape, 12, "extrapolate")).toEqual({ value: 1.2, clipped: false });
    expect(worthOf(shape, 12)).toEqual({ value: 1, clipped: true });
  });
});
