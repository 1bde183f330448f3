import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankMatrix } from "../../src/app/rank.ts";
import { METHODS, methodOf } from "../../src/decision/methods/all-methods.ts";
import type { Matrix, MatrixCriterion } from "../../src/input/matrix/matrix-types.ts";
import type { RankResult } from "../../src/report/rank/types.ts";

const CRITERION: MatrixCriterion = {
  id: "c0",
  title: "c0",
  unit: "",
  description: null,
  direction: "max",
  shape: { kind: "linear", worst: 0, best: 100 },
  outside: "clip",
  preference: null,
  limit: { min: null, max: null },
  errors: "relative",
  comparisons: null,
};

/** Criteria with fixed ranges, every second one a cost; all methods as witnesses. */
function matrixOf(
  figures: readonly (readonly number[])[],
  points: readonly number[],
  changed: (j: number) => Partial<MatrixCriterion> = () => ({}),
): Matrix {
  return {
    name: "property",
    description: null,
    source: null,
    criteria: points.map((_, j) => {
      const cost = j % 2 === 1;
      const shape = { kind: "linear", worst: cost ? 100 : 0, best: cost ? 0 : 100 } as const;
      const direction = cost ? "min" : "max";
      return { ...CRITERION, id: `c${j}`, title: `c${j}`, shape, direction, ...changed(j) };
    }),
    alternatives: figures.map((row, i) => ({
      id: `a${i}`,
      name: `a${i}`,
      cells: row.map((value) => ({ value, deviation: 0 })),
    })),
    weights: { method: "direct", points, rescale: true },
    compare: null,
    methods: METHODS.map(({ id }) => ({ id, options: {} })),
    nearTie: 0.01,
    robustness: { draws: 200, seed: 1, weights: "any", sharedErrors: [] },
  };
}

const rank = (matrix: Matrix): RankResult => rankMatrix(matrix, { version: "0" });

const scoresOf = (result: RankResult): Record<string, number | null> =>
  Object.fromEntries(result.alternatives.map(({ id, score }) => [id, score]));

/** Figures of at least 1, so that every method can judge them; ties are common. */
const problems = fc.integer({ min: 1, max: 4 }).chain((n) =>
  fc.record({
    figures: fc.array(
      fc.array(
        fc.integer({ min: 1, max: 12 }).map((x) => x * 8),
        { minLength: n, maxLength: n },
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    points: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }),
  }),
);

const RUNS = { numRuns: 40 };

/** Every number in a result, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

describe("the additive value model on stated ranges", () => {
  it("does not depend on the order of alternatives or criteria", () => {
    fc.assert(
      fc.property(problems, ({ figures, points }) => {
        const matrix = matrixOf(figures, points);
        const turned: Matrix = {
          ...matrix,
          criteria: matrix.criteria.toReversed(),
          alternatives: matrix.alternatives
            .map((each) => ({ ...each, cells: each.cells.toReversed() }))
            .toReversed(),
          weights: { method: "direct", points: points.toReversed(), rescale: true },
        };
        const [before, after] = [scoresOf(rank(matrix)), scoresOf(rank(turned))];
        for (const [id, score] of Object.entries(before)) {
          expect(after[id]).toBeCloseTo(score ?? Number.NaN, 12);
        }
      }),
      RUNS,
    );
  });

  it("does not depend on the unit of a figure", () => {
    fc.assert(
      fc.property(
        problems,
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        ({ figures, points }, unit) => {
          const scaled = figures.map((row) => row.map((x) => x * unit));
          const inUnit = (j: number) => ({
            shape: {
              kind: "linear",
              worst: (j % 2 === 1 ? 100 : 0) * unit,
              best: (j % 2 === 1 ? 0 : 100) * unit,
            } as const,
          });
          const before = rank(matrixOf(figures, points));
          const after = rank(matrixOf(scaled, points, inUnit));
          for (const [id, score] of Object.entries(scoresOf(before))) {
            expect(scoresOf(after)[id]).toBeCloseTo(score ?? Number.NaN, 9);
          }
        },
      ),
      RUNS,
    );
  });

  it("never puts a dominated alternative first, and adding one changes neither the winner nor a score", () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 0, max: 40 }), ({ figures, points }, at) => {
        const before = rank(matrixOf(figures, points));
        expect(before.alternatives[0]?.dominatedBy).toEqual([]);
        const model = figures[at % figures.length] ?? [];
        const worse = model.map((x, j) => (j % 2 === 1 ? x + 3 : x - 0.5));
        const after = rank(matrixOf([...figures, worse], points));
        expect(
          after.alternatives.find(({ id }) => id === `a${figures.length}`)?.dominatedBy,
        ).not.toEqual([]);
        expect(after.recommendation?.id).toBe(before.recommendation?.id);
        expect(scoresOf(after)).toMatchObject(scoresOf(before));
      }),
      RUNS,
    );
  });

  it("is not changed by a copy, which shares its rank and its acceptability", () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 0, max: 40 }), ({ figures, points }, at) => {
        // Where copies are there already, one more gets a share of theirs.
        fc.pre(new Set(figures.map((row) => row.join())).size === figures.length);
        const original = at % figures.length;
        const before = rank(matrixOf(figures, points));
        const after = rank(matrixOf([...figures, figures[original] ?? []], points));
        expect(scoresOf(after)).toMatchObject(scoresOf(before));
        const ranks = Object.fromEntries(after.alternatives.map(({ id, rank }) => [id, rank]));
        expect(ranks[`a${figures.length}`]).toBe(ranks[`a${original}`]);
        const first = (result: RankResult, i: number): number =>
          result.robustness?.acceptability[i]?.[0] ?? Number.NaN;
        const together = first(after, original) + first(after, figures.length);
        expect(together).toBeCloseTo(first(before, original), 9);
        const others = figures.map((_, i) => i).filter((i) => i !== original);
        for (const i of others) expect(first(after, i)).toBeCloseTo(first(before, i), 9);
      }),
      RUNS,
    );
  });

  it("a weight of 0 counts nothing, and a weight of 1 everything", () => {
    fc.assert(
      fc.property(problems, ({ figures, points }) => {
        const only = points.map((_, j) => (j === 0 ? 1 : 0));
        const { alternatives } = rank(matrixOf(figures, only));
        for (const { id, score, criteria } of alternatives) {
          const [own] = figures[Number(id.slice(1))] ?? [];
          expect(score).toBeCloseTo((own ?? 0) / 100, 12);
          expect(criteria.slice(1).every(({ contribution }) => contribution === 0)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe("whatever the table", () => {
  it("no figure of the result is NaN or infinite", () => {
    fc.assert(
      fc.property(problems, ({ figures, points }) => {
        const result = rank(matrixOf(figures, points));
        expect(numbersIn(result).filter((x) => !Number.isFinite(x))).toEqual([]);
        expect(result.witnesses.every(({ obstacle }) => obstacle === null)).toBe(true);
      }),
      RUNS,
    );
  });

  it.each([
    ["one alternative", [[5, 7]], [1, 2]],
    ["one criterion", [[5], [7], [7]], [1]],
    ["one of each", [[5]], [1]],
    [
      "equal alternatives",
      [
        [5, 7],
        [5, 7],
        [5, 7],
      ],
      [1, 2],
    ],
    [
      "a constant criterion",
      [
        [5, 7],
        [9, 7],
      ],
      [1, 2],
    ],
    [
      "zeros",
      [
        [0, 1],
        [0, 2],
      ],
      [1, 2],
    ],
    [
      "a row and a column of zeros",
      [
        [0, 0, 0],
        [0, 5, 3],
      ],
      [1, 1, 1],
    ],
    [
      "figures below zero",
      [
        [-5, -7],
        [3, 2],
      ],
      [1, 2],
    ],
    [
      "a single weight",
      [
        [5, 7],
        [7, 5],
      ],
      [1, 0],
    ],
  ])(
    "%s: finite figures, equal ranks for equals, and a reason where a method cannot judge",
    (_name, figures, points) => {
      for (const shape of ["stated", "set"] as const) {
        const matrix = matrixOf(figures, points, () => (shape === "set" ? { shape: null } : {}));
        const result = rank(matrix);
        expect(numbersIn(result).filter((x) => !Number.isFinite(x))).toEqual([]);
        const same = figures.every((row) => row.join() === figures[0]?.join());
        const judging = result.witnesses.filter(({ obstacle }) => obstacle === null);
        const refusing = result.witnesses.filter(({ obstacle }) => obstacle !== null);
        for (const { scores, ranks } of refusing) expect([scores, ranks]).toEqual([null, null]);
        const equal = figures.map(() => 1);
        for (const { ranks } of judging) expect(ranks).toEqual(same ? equal : ranks);
        const main = result.alternatives.map(({ rank }) => rank);
        expect(main).toEqual(same ? equal : main);
      }
    },
  );
});

describe("the other methods", () => {
  const affine = fc.tuple(
    fc.double({ min: 0.1, max: 10, noNaN: true }),
    fc.integer({ min: 0, max: 50 }),
  );

  // scikit-criteria repeats the VIKOR example with x + 5 and x / 1000 − 1: min-max placing does not see either.
  it.each(["vikor", "weighted-sum", "mabac"])("%s does not depend on unit and zero point", (id) => {
    fc.assert(
      fc.property(problems, affine, ({ figures, points }, [unit, shift]) => {
        const table = (rows: readonly (readonly number[])[]) => ({
          criteria: points.map((weight, j) => ({
            id: `c${j}`,
            weight,
            direction: j % 2 === 1 ? ("min" as const) : ("max" as const),
          })),
          figures: rows,
        });
        const method = methodOf(id);
        const moved = figures.map((row) => row.map((x) => x * unit + shift));
        const before = method?.apply(table(figures), method.defaults).scores ?? [];
        const after = method?.apply(table(moved), method.defaults).scores ?? [];
        for (const [i, score] of before.entries()) expect(after[i]).toBeCloseTo(score, 7);
      }),
      RUNS,
    );
  });

  it("none depends on the order of the alternatives", () => {
    fc.assert(
      fc.property(problems, ({ figures, points }) => {
        const before = rank(matrixOf(figures, points)).witnesses;
        const after = rank(matrixOf(figures.toReversed(), points)).witnesses;
        for (const [k, { scores }] of before.entries()) {
          for (const [i, score] of (scores ?? []).entries()) {
            expect(after[k]?.scores?.[figures.length - 1 - i]).toBeCloseTo(score, 9);
          }
        }
      }),
      RUNS,
    );
  });
});
