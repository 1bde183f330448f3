import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairwiseWeights } from "../../src/questionnaire/weights/pairwise.ts";

describe("weights from pairs", () => {
  it("are the principal eigenvector: Saaty's example of a consistent matrix has its ratios exactly", () => {
    // By hand: 1/2 : 1/3 : 1/6 gives ratios 1.5, 3 and 2.
    const { weights, consistencyRatio, oddest } = pairwiseWeights(3, [
      { first: 0, second: 1, ratio: 1.5 },
      { first: 0, second: 2, ratio: 3 },
      { first: 1, second: 2, ratio: 2 },
    ]);
    expect(weights.map((weight) => Number(weight.toFixed(6)))).toEqual([0.5, 0.333333, 0.166667]);
    expect(consistencyRatio).toBeCloseTo(0, 9);
    expect(oddest).toBeNull();
  });

  it("have the consistency of the closed form for three criteria", () => {
    // Eigenvalue of a reciprocal 3 × 3 matrix: 1 + r + 1/r with r = (a12 · a23 / a13)^(1/3). Here a12 = 3, a23 = 3,
    // a13 = 3: r = 3^(1/3) = 1.442250, eigenvalue 3.135611, index 0.067806, over 0.58: 0.116906.
    const { consistencyRatio, weights, oddest } = pairwiseWeights(3, [
      { first: 0, second: 1, ratio: 3 },
      { first: 0, second: 2, ratio: 3 },
      { first: 1, second: 2, ratio: 3 },
    ]);
    expect(consistencyRatio).toBeCloseTo(0.116906, 5);
    // The eigenvector of three is the geometric mean of the rows: 9^(1/3) : 1 : 9^(-1/3).
    expect((weights[0] ?? 0) / (weights[1] ?? 1)).toBeCloseTo(9 ** (1 / 3), 6);
    expect(oddest).not.toBeNull();
  });

  it("point at the comparison that contradicts the others", () => {
    const truth = [0.4, 0.3, 0.2, 0.1];
    const comparisons = truth.flatMap((a, first) =>
      truth.flatMap((b, second) => (second > first ? [{ first, second, ratio: a / b }] : [])),
    );
    const wrong = comparisons.map((each) =>
      each.first === 0 && each.second === 3 ? { ...each, ratio: 1 / 9 } : each,
    );
    const { oddest, consistencyRatio } = pairwiseWeights(4, wrong);
    expect(consistencyRatio).toBeGreaterThan(0.1);
    expect(oddest).toMatchObject({ first: 0, second: 3 });
    // 0.4 to 0.1, by either of the others.
    expect(oddest?.implied).toBeCloseTo(4, 9);
  });

  it("give back any weights whose ratios they are told", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 2, maxLength: 5 }),
        (raw) => {
          const total = raw.reduce((sum, value) => sum + value, 0);
          const comparisons = raw.flatMap((a, first) =>
            raw.flatMap((b, second) => (second > first ? [{ first, second, ratio: a / b }] : [])),
          );
          const { weights, consistencyRatio } = pairwiseWeights(raw.length, comparisons);
          weights.forEach((weight, index) => {
            expect(weight).toBeCloseTo((raw[index] ?? 0) / total, 9);
          });
          expect(consistencyRatio).toBeLessThan(1e-9);
        },
      ),
    );
  });
});
