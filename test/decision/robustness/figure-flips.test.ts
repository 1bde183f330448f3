import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { additive } from "../../../src/decision/methods/additive.ts";
import { figureFlips } from "../../../src/decision/robustness/figure-flips.ts";
import { valueOn } from "../../../src/decision/values/value-model.ts";
import type { ValueShape } from "../../../src/input/matrix/matrix-types.ts";

const SHAPES: readonly ValueShape[] = [
  { kind: "linear", worst: 10, best: 0 },
  { kind: "log", worst: 1, best: 100 },
  { kind: "saturating", worst: 0, enough: 20, curvature: 3 },
];
const WEIGHTS = [0.5, 0.3, 0.2];
const OUTSIDE = ["clip", "clip", "clip"] as const;

function scored(figures: readonly (readonly number[])[]) {
  const values = figures.map((row) =>
    row.map((figure, j) => valueOn(SHAPES[j] ?? null, figure, "clip").value),
  );
  return { values, scores: additive(values, WEIGHTS).map(({ score }) => score) };
}

function flipsOf(figures: readonly (readonly number[])[]) {
  const { values, scores } = scored(figures);
  const winner = scores.indexOf(Math.max(...scores));
  const problem = { figures, values, scores, weights: WEIGHTS, shapes: SHAPES, outside: OUTSIDE };
  return { winner, scores, flips: figureFlips(problem, winner) };
}

describe("figures at which the winner changes", () => {
  // A leads B by .5 · (.8 − .6) = .1 on the first criterion and is equal elsewhere: B catches up when its figure falls to 2, A is
  // caught when its own rises to 4.
  it("are found on both sides", () => {
    const { flips } = flipsOf([
      [2, 10, 5],
      [4, 10, 5],
    ]);
    const first = flips.filter(({ criterion }) => criterion === 0);
    expect(first).toEqual([
      {
        alternative: 0,
        criterion: 0,
        from: 2,
        to: expect.closeTo(4, 9),
        winner: 1,
        share: expect.closeTo(0.2, 9),
      },
      {
        alternative: 1,
        criterion: 0,
        from: 4,
        to: expect.closeTo(2, 9),
        winner: 1,
        share: expect.closeTo(0.2, 9),
      },
    ]);
  });

  it("turn the winner when the figure is set a little past them, and not a little before", () => {
    const row = fc.tuple(
      fc.double({ min: 0.5, max: 9.5, noNaN: true }),
      fc.double({ min: 2, max: 90, noNaN: true }),
      fc.double({ min: 1, max: 19, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), (figures) => {
        const { winner, flips } = flipsOf(figures);
        for (const { alternative, criterion, from, to, winner: next } of flips) {
          const set = (figure: number) =>
            scored(
              figures.map((each, i) =>
                each.map((x, j) => (i === alternative && j === criterion ? figure : x)),
              ),
            ).scores;
          const before = set(to - (to - from) * 1e-6);
          const after = set(to);
          expect(before[winner] ?? 0).toBeGreaterThanOrEqual((before[next] ?? 0) - 1e-9);
          expect(after[next] ?? 0).toBeGreaterThanOrEqual((after[winner] ?? 0) - 1e-9);
        }
      }),
    );
  });

  it("are none where there is no rival", () => {
    expect(flipsOf([[2, 10, 5]]).flips).toEqual([]);
  });
});
