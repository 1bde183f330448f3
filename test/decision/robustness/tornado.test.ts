import { describe, expect, it } from "vitest";
import { tornado } from "../../../src/decision/robustness/tornado.ts";
import {
  certainTable,
  type UncertainTable,
} from "../../../src/decision/robustness/uncertain-table.ts";

/** Normal quantile at 90 %, half the width of an 80 % interval in standard deviations. */
const END = 1.2815515655;

const identity = (figure: number): number => figure;

/** A leads B by .6 · (.5 − .3) + .4 · (.4 − .5) = .08. */
const BASE: UncertainTable = {
  ...certainTable(
    [
      [0.5, 0.4],
      [0.3, 0.5],
    ],
    [identity, identity],
  ),
  errors: ["absolute", "relative"],
};
const WEIGHTS = [0.6, 0.4];

describe("one uncertain thing at a time", () => {
  it("moves the lead by weight × error, the widest swing first", () => {
    const own = Float64Array.of(0.2, 0, 0, 0.1);
    const [first, second, ...rest] = tornado({ ...BASE, own }, WEIGHTS, 0);
    expect(first).toEqual({
      of: { kind: "figure", alternative: 0, criterion: 0 },
      low: expect.closeTo(0.08 - 0.6 * END * 0.2, 9),
      high: expect.closeTo(0.08 + 0.6 * END * 0.2, 9),
    });
    // A relative error of B: its value is .5 · e^(± .128).
    expect(second).toEqual({
      of: { kind: "figure", alternative: 1, criterion: 1 },
      low: expect.closeTo(0.12 + 0.4 * (0.4 - 0.5 * Math.exp(-END * 0.1)), 9),
      high: expect.closeTo(0.12 + 0.4 * (0.4 - 0.5 * Math.exp(END * 0.1)), 9),
    });
    expect(rest).toEqual([]);
  });

  it("moves everything that a shared error moves together", () => {
    const loadings = [
      { alternative: 0, criterion: 0, factor: 0, loading: 0.1 },
      { alternative: 1, criterion: 0, factor: 0, loading: 0.1 },
      { alternative: 0, criterion: 0, factor: 1, loading: 0.1 },
      { alternative: 1, criterion: 0, factor: 1, loading: -0.1 },
    ];
    const [opposite, together] = tornado({ ...BASE, factors: 2, loadings }, WEIGHTS, 0);
    expect(together).toMatchObject({ of: { kind: "shared", factor: 0 } });
    expect([together?.low, together?.high].map((lead) => lead?.toFixed(9))).toEqual([
      "0.080000000",
      "0.080000000",
    ]);
    expect(opposite?.high).toBeCloseTo(0.08 + 0.6 * 2 * END * 0.1, 9);
  });

  it("has nothing to tell of certain figures or a single alternative", () => {
    expect(tornado(BASE, WEIGHTS, 0)).toEqual([]);
    expect(tornado({ ...BASE, alternatives: 1 }, WEIGHTS, 0)).toEqual([]);
  });
});
