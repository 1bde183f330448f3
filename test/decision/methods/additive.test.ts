import { describe, expect, it } from "vitest";
import { additive } from "../../../src/decision/methods/additive.ts";
import { valueOf } from "../../../src/decision/value-function.ts";

describe("the additive value model", () => {
  // Triantaphyllou, Multi-Criteria Decision Making Methods (2000), example of the weighted sum model.
  it("reproduces Triantaphyllou's weighted sums", () => {
    const scores = additive(
      [
        [25, 20, 15, 30],
        [10, 30, 20, 30],
        [30, 10, 30, 10],
      ],
      [0.2, 0.15, 0.4, 0.25],
    ).map(({ score }) => score);
    expect(scores[0]).toBeCloseTo(21.5, 9);
    expect(scores[1]).toBeCloseTo(22, 9);
    expect(scores[2]).toBeCloseTo(22, 9);
  });

  // Dezert, Tchamova, Han & Tacnet, The SPOTIS rank reversal free method (FUSION 2020): the weighted distance from the best
  // end of fixed bounds, which is one minus the additive value on the same bounds.
  it("reproduces SPOTIS on fixed bounds", () => {
    const bounds = [
      { worst: -5, best: 12 },
      { worst: 10, best: -6 },
      { worst: -8, best: 5 },
    ];
    const matrix = [
      [10.5, -3.1, 1.7],
      [-4.7, 0, 3.4],
      [8.1, 0.3, 1.3],
      [3.2, 7.3, -5.3],
    ];
    const values = matrix.map((row) =>
      bounds.map((range, j) => valueOf(row[j] ?? Number.NaN, range, "linear").value),
    );
    const distances = additive(values, [0.2, 0.3, 0.5]).map(({ score }) => 1 - score);
    for (const [index, published] of [0.1989, 0.3705, 0.3063, 0.7491].entries()) {
      expect(distances[index]).toBeCloseTo(published, 4);
    }
  });

  // Two costs, weights .55 and .45: min-max on the candidates makes (10, 5) win, and lets the dominated (50, 5.5) hand the
  // victory to (10.1, 1) (figures of MUSE_OS issue 317). On the fixed range 0–60 the winner is the same with and without.
  it("keeps its winner when a dominated option joins, where min-max would not", () => {
    const range = { worst: 60, best: 0 };
    const score = (costs: number[][]) =>
      additive(
        costs.map((row) => row.map((usd) => valueOf(usd, range, "linear").value)),
        [0.55, 0.45],
      ).map((result) => result.score);
    const [near, far] = score([
      [10.1, 1],
      [10, 5],
    ]);
    const [nearAgain, farAgain, dominated] = score([
      [10.1, 1],
      [10, 5],
      [50, 5.5],
    ]);
    expect(near).toBeGreaterThan(far ?? Number.NaN);
    expect([nearAgain, farAgain]).toEqual([near, far]);
    expect(dominated).toBeLessThan(far ?? Number.NaN);
  });

  it("shows each product, and they add up to the score", () => {
    expect(additive([[1, 0.5]], [0.6, 0.4])).toEqual([{ contributions: [0.6, 0.2], score: 0.8 }]);
  });
});
