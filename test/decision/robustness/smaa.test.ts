import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Generator } from "../../../src/decision/robustness/generator.ts";
import { fillNormals } from "../../../src/decision/robustness/normal.ts";
import { smaa, type SmaaResult } from "../../../src/decision/robustness/smaa.ts";
import {
  certainTable,
  type UncertainTable,
} from "../../../src/decision/robustness/uncertain-table.ts";
import { anyWeights, fixedWeights } from "../../../src/decision/robustness/weight-set.ts";

/*
 * The analytic cases of test/fixtures/decision/vectors.yaml are compared in test/cli/rank-vectors.test.ts, and its two cases of the R
 * package smaa in test/cli/rank-rsmaa.test.ts from the moments of the 10,000 draws that come with that package (gertvv/rsmaa, 3 MB, not
 * carried here). Fed with the draws themselves on 2026-11-24, the tally gave every published acceptability, central weight,
 * confidence factor and pairwise index to the last digit.
 */
const identity = (figure: number): number => figure;

function total(figures: readonly number[]): number {
  return figures.reduce((all, figure) => all + figure, 0);
}

const OPTIONS = { draws: 20_000, seed: 1 };

describe("acceptability indices", () => {
  const value = fc.integer({ min: 0, max: 4 }).map((step) => step / 4);
  const rows = fc
    .integer({ min: 1, max: 5 })
    .chain((n) =>
      fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 6 }),
    );

  // Coarse values bring ties, which must share their ranks.
  it("add up to 1 by rank and by alternative, ties or not", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (figures, seed) => {
        const n = figures[0]?.length ?? 0;
        const table = certainTable(
          figures,
          Array.from({ length: n }, () => identity),
        );
        const { acceptability, pairwise } = smaa(table, anyWeights(n), { draws: 200, seed });
        for (const [i, row] of acceptability.entries()) {
          expect(total(row)).toBeCloseTo(1, 9);
          expect(total(acceptability.map((other) => other[i] ?? 0))).toBeCloseTo(1, 9);
          for (const [k, wins] of (pairwise[i] ?? []).entries()) {
            expect(wins + (pairwise[k]?.[i] ?? 0)).toBeCloseTo(i === k ? 0 : 1, 9);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("are the same for the same seed, and near for another", () => {
    const table = certainTable(
      [
        [1, 0],
        [0.6, 0.6],
        [0, 1],
      ],
      [identity, identity],
    );
    const one = smaa(table, anyWeights(2), OPTIONS);
    expect(smaa(table, anyWeights(2), OPTIONS)).toEqual(one);
    const other = smaa(table, anyWeights(2), { ...OPTIONS, seed: 2 });
    expect(other.acceptability).not.toEqual(one.acceptability);
    const apart = Math.abs((other.acceptability[0]?.[0] ?? 0) - (one.acceptability[0]?.[0] ?? 0));
    expect(apart).toBeLessThan(5 * one.standardError);
  });

  it("split evenly between copies", () => {
    const table = certainTable(
      [
        [1, 0],
        [1, 0],
        [0, 1],
      ],
      [identity, identity],
    );
    const { acceptability, pairwise, central } = smaa(table, anyWeights(2), OPTIONS);
    expect(acceptability[0]).toEqual(acceptability[1]);
    expect(pairwise[0]?.[1]).toBe(0.5);
    expect(central[0]).toEqual(central[1]);
  });
});

/** One criterion; the second alternative's figure is uncertain. */
function duel(changed: Partial<UncertainTable>): SmaaResult {
  const table: UncertainTable = {
    ...certainTable([[1], [1.1]], [(figure) => figure / 4]),
    ...changed,
  };
  return smaa(table, fixedWeights([1]), { draws: 200_000, seed: 3 });
}

describe("ranking entropy", () => {
  const entropyOf = (figures: number[][]) =>
    smaa(certainTable(figures, [identity, identity]), anyWeights(2), OPTIONS).rankingEntropy;

  // Two alternatives that win half of the draws each: one bit. One that dominates: none.
  it("is 1 bit for two rankings that are equally likely, 0 for one, unknown for many alternatives", () => {
    const even = [
      [1, 0],
      [0, 1],
    ];
    expect(entropyOf(even)).toBeCloseTo(1, 3);
    expect(entropyOf([...even.slice(0, 1), [0.5, 0]])).toBe(0);
    expect(entropyOf(Array.from({ length: 9 }, (_, i) => [i / 9, 0]))).toBeNull();
  });
});

describe("uncertain figures", () => {
  // B's figure is 1.1 · exp(.2 z): above 1 when z > ln(1/1.1)/.2 = −.4766, with probability Φ(.4766) = .68317.
  it("relative errors are lognormal", () => {
    const { acceptability, confidence } = duel({ own: Float64Array.of(0, 0.2) });
    expect(acceptability[1]?.[0]).toBeCloseTo(0.68317, 2);
    expect(confidence[1]).toBeCloseTo(0.68317, 2);
    expect(confidence[0]).toBeCloseTo(1 - 0.68317, 2);
  });

  // B's figure is 1.1 + .2 z: above 1 when z > −.5, with probability Φ(.5) = .69146.
  it("absolute errors are normal", () => {
    const { acceptability } = duel({ own: Float64Array.of(0, 0.2), errors: ["absolute"] });
    expect(acceptability[1]?.[0]).toBeCloseTo(0.69146, 2);
  });

  it("an error that both share leaves their order alone", () => {
    const loadings = [0, 1].map((alternative) => ({
      alternative,
      criterion: 0,
      factor: 0,
      loading: 0.5,
    }));
    expect(duel({ factors: 1, loadings }).acceptability[1]?.[0]).toBe(1);
  });

  // Own errors of .2 each: the difference of logarithms has deviation .2 √2, so Φ(ln 1.1 / .2828) = Φ(.33697) = .63193. A shared
  // error on top changes nothing; with opposite signs it adds 2 · .3: Φ(ln 1.1 / √(.08 + .36)) = Φ(.14369) = .55713.
  it.each([
    ["on top of own errors, none", 0, 0.63193],
    ["the same way", 0.3, 0.63193],
    ["opposite ways", -0.3, 0.55713],
  ])("shared error %s", (_name, second, probability) => {
    const loadings = [0.3, second].map((loading, alternative) => ({
      alternative,
      criterion: 0,
      factor: 0,
      loading: second === 0 ? 0 : loading,
    }));
    const { acceptability } = duel({ own: Float64Array.of(0.2, 0.2), factors: 1, loadings });
    expect(acceptability[1]?.[0]).toBeCloseTo(probability, 2);
  });

  it("values follow their function, also where it is clipped", () => {
    // Beyond 1.05 more is worth nothing, so B never beats a certain 1.05 and ties in half of the draws.
    const capped = (figure: number): number => Math.min(figure, 1.05);
    const { acceptability } = duel({
      figures: Float64Array.of(1.05, 1.05),
      own: Float64Array.of(0, 0.1),
      worth: [capped],
    });
    expect(acceptability[1]?.[0]).toBeCloseTo(0.25, 2);
  });
});

describe("normal numbers", () => {
  it("have the moments of the normal distribution", () => {
    const drawn = new Float64Array(400_001);
    fillNormals(drawn, new Generator(11));
    const moment = (power: number): number =>
      total(Array.from(drawn, (z) => z ** power)) / drawn.length;
    expect(moment(1)).toBeCloseTo(0, 2);
    expect(moment(2)).toBeCloseTo(1, 2);
    expect(moment(3)).toBeCloseTo(0, 1);
    expect(moment(4)).toBeCloseTo(3, 1);
    const below = drawn.filter((z) => z < 1.2816).length / drawn.length;
    expect(below).toBeCloseTo(0.9, 2);
  });
});
