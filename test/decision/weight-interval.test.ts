import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { additive } from "../../src/decision/methods/additive.ts";
import { weightInterval } from "../../src/decision/weight-interval.ts";

describe("the interval of a weight in which the winner stays", () => {
  const values = [
    [0.9, 0.2, 0.5],
    [0.4, 0.8, 0.6],
    [0.1, 0.5, 1],
  ];
  const weights = [0.5, 0.3, 0.2];

  // Analytic: with weight x on the first criterion the others are .6 (1 − x) and .4 (1 − x), so the first
  // alternative leads the second by .5 x − .4 (1 − x), which is 0 at 4/9; 23/65 and 31/71 follow in the same way.
  it.each([
    [0, 4 / 9, 1, 1, null],
    [1, 0, 23 / 65, null, 1],
    [2, 0, 31 / 71, null, 2],
  ])("criterion %i: from %f to %f", (criterion, lowest, highest, below, above) => {
    const interval = weightInterval(values, weights, 0, criterion);
    expect(interval.lowest).toBeCloseTo(lowest, 7);
    expect(interval.highest).toBeCloseTo(highest, 7);
    expect([interval.below, interval.above]).toEqual([below, above]);
  });

  it("spans everything when nobody else can win", () => {
    const dominated = [
      [0.9, 0.8],
      [0.2, 0.1],
    ];
    expect(weightInterval(dominated, [0.5, 0.5], 0, 0)).toEqual({
      lowest: 0,
      highest: 1,
      below: null,
      above: null,
    });
  });

  it("agrees with scoring again just inside and just outside", () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    const row = fc.tuple(value, value, value);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 6 }),
        fc.tuple(
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 9 }),
        ),
        fc.integer({ min: 0, max: 2 }),
        (rows, points, criterion) => {
          const total = points[0] + points[1] + points[2];
          const shares = points.map((point) => point / total);
          const winner = winnerAt(rows, shares);
          const { lowest, highest } = weightInterval(rows, shares, winner, criterion);
          const now = shares[criterion] ?? 0;
          const at = (x: number) =>
            shares.map((share, j) => (j === criterion ? x : (share * (1 - x)) / (1 - now)));
          const inside = [lowest + 1e-6, highest - 1e-6].filter((x) => x > lowest && x < highest);
          for (const x of inside) expect(leadOf(rows, at(x), winner)).toBeGreaterThanOrEqual(-1e-9);
          const outside = [lowest - 1e-3, highest + 1e-3].filter((x) => x >= 0 && x <= 1);
          for (const x of outside) expect(leadOf(rows, at(x), winner)).toBeLessThanOrEqual(1e-9);
        },
      ),
    );
  });
});

function scoresAt(rows: readonly (readonly number[])[], weights: readonly number[]): number[] {
  return additive(rows, weights).map(({ score }) => score);
}

function winnerAt(rows: readonly (readonly number[])[], weights: readonly number[]): number {
  const scores = scoresAt(rows, weights);
  return scores.indexOf(Math.max(...scores));
}

/** Winner's score less the best of the others. */
function leadOf(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  winner: number,
): number {
  const scores = scoresAt(rows, weights);
  return (scores[winner] ?? 0) - Math.max(...scores.filter((_, index) => index !== winner));
}
