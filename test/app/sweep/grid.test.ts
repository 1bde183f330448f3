import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coordinates, gridOf, shardRange } from "../../../src/app/sweep/grid.ts";

describe("the order of a grid", () => {
  it("counts like an odometer: the last axis varies fastest", () => {
    const grid = gridOf([2, 3]);
    const all = Array.from({ length: grid.points }, (_, index) => coordinates(grid, index));
    expect(all).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
  });
});

/** Axes of one to five values whose work differs up to a hundredfold. */
const factorsOf = fc.array(
  fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 5 }),
  { minLength: 1, maxLength: 4 },
);

const workOf = (factors: readonly (readonly number[])[], index: number): number => {
  const places = coordinates(gridOf(factors.map((axis) => axis.length)), index);
  return factors.reduce((work, axis, position) => work * (axis[places[position] ?? 0] ?? 0), 1);
};

describe("shards", () => {
  it("cover the grid without gap or overlap", () => {
    fc.assert(
      fc.property(factorsOf, fc.integer({ min: 1, max: 9 }), (factors, of) => {
        const grid = gridOf(factors.map((axis) => axis.length));
        let next = 0;
        for (let part = 1; part <= of; part += 1) {
          const { from, to } = shardRange(grid, factors, { part, of });
          expect(from).toBe(next);
          expect(to).toBeGreaterThanOrEqual(from);
          next = to;
        }
        expect(next).toBe(grid.points);
      }),
    );
  });

  it("carry the same work, but for at most one point at each end", () => {
    fc.assert(
      fc.property(factorsOf, fc.integer({ min: 2, max: 9 }), (factors, of) => {
        const grid = gridOf(factors.map((axis) => axis.length));
        const works = Array.from({ length: grid.points }, (_, index) => workOf(factors, index));
        const total = works.reduce((sum, work) => sum + work, 0);
        for (let part = 1; part <= of; part += 1) {
          const { from, to } = shardRange(grid, factors, { part, of });
          const own = works.slice(from, to).reduce((sum, work) => sum + work, 0);
          expect(Math.abs(own - total / of)).toBeLessThanOrEqual(Math.max(...works) * (1 + 1e-9));
        }
      }),
    );
  });

  it("balance by work, not by count: three cheap values and one that costs as much as all of them", () => {
    const grid = gridOf([4]);
    const factors = [[1, 1, 1, 3]];
    expect(shardRange(grid, factors, { part: 1, of: 2 })).toEqual({ from: 0, to: 3 });
    expect(shardRange(grid, factors, { part: 2, of: 2 })).toEqual({ from: 3, to: 4 });
  });

  it("need no walk: a grid of 10^15 points is cut at once", () => {
    const axis = Array.from({ length: 1000 }, () => 1);
    const factors = [axis, axis, axis, axis, axis];
    const grid = gridOf([1000, 1000, 1000, 1000, 1000]);
    expect(shardRange(grid, factors, { part: 2, of: 4 })).toEqual({ from: 2.5e14, to: 5e14 });
  });
});
