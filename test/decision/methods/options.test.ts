import { describe, expect, it } from "vitest";
import type { MethodOptions } from "../../../src/decision/methods/method.ts";
import { methodOf } from "../../../src/decision/methods/all-methods.ts";
import { normaliseColumn, ratioObstacle } from "../../../src/decision/methods/normalise.ts";
import { distance, tableOf, vectorOf } from "./vectors.ts";

const MOUNTAINS = tableOf(vectorOf("topsis-opricovic2004-minmax"));

describe("distances of TOPSIS", () => {
  // By hand: w · r is (.5, 0), (.375, .25), (0, .5), the ideal (.5, .5), the worst (0, 0).
  it.each<[NonNullable<MethodOptions["distance"]>, number]>([
    ["manhattan", 0.625 / (0.375 + 0.625)],
    ["chebyshev", 0.375 / (0.25 + 0.375)],
    ["euclidean", Math.hypot(0.375, 0.25) / (Math.hypot(0.375, 0.25) + Math.hypot(0.125, 0.25))],
  ])("%s", (distance_, second) => {
    const options = { normalisation: "min-max", distance: distance_ } as const;
    const scores = methodOf("topsis")?.apply(MOUNTAINS, options).scores;
    expect(distance(scores, [0.5, second, 0.5])).toBeLessThan(1e-12);
  });
});

describe("normalisations", () => {
  it("max: shares of the largest, and what they leave for a cost", () => {
    expect(normaliseColumn([2, 4, 8], "max", "max")).toEqual([0.25, 0.5, 1]);
    expect(normaliseColumn([2, 4, 8], "min", "max")).toEqual([0.75, 0.5, 0]);
  });

  // ln 2, ln 4 and ln 8 are 1, 2 and 3 of the 6 ln 2 that they add up to.
  it("logarithmic (Zavadskas & Turskis 2008)", () => {
    const benefits = normaliseColumn([2, 4, 8], "max", "logarithmic");
    expect(distance(benefits, [1 / 6, 2 / 6, 3 / 6])).toBeLessThan(1e-12);
    const costs = normaliseColumn([2, 4, 8], "min", "logarithmic");
    expect(distance(costs, [5 / 12, 4 / 12, 3 / 12])).toBeLessThan(1e-12);
    const small = tableOf({ matrix: [[0.5], [2]], weights: [1], types: [1] });
    expect(ratioObstacle(small, "logarithmic")).toContain("at least 1");
  });
});
