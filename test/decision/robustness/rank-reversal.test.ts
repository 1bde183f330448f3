import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { methodOf } from "../../../src/decision/methods/all-methods.ts";
import type { MethodOptions } from "../../../src/decision/methods/method.ts";
import { reversalTests } from "../../../src/decision/robustness/rank-reversal.ts";
import type { Ranker } from "../../../src/decision/robustness/ranker.ts";
import type { Direction } from "../../../src/input/matrix/matrix-types.ts";

function ranker(
  id: string,
  weights: number[],
  directions: Direction[],
  options: MethodOptions,
): Ranker {
  const method = methodOf(id);
  if (method === undefined) throw new Error(id);
  const criteria = weights.map((weight, j) => ({
    id: `c${j}`,
    weight,
    direction: directions[j] ?? "max",
  }));
  return {
    higherIsBetter: method.higherIsBetter,
    scores: (figures) => method.apply({ criteria, figures }, options).scores,
  };
}

describe("rank-reversal tests", () => {
  // The vector topsis-rank-reversal-constructed: with the fourth alternative A2 leads A3, without it A3 leads A2.
  it("find TOPSIS turned round by an alternative that is left out", () => {
    const figures = [
      [1, 1],
      [1, 6],
      [8, 2],
      [9, 1],
    ];
    const directions: Direction[] = ["max", "max"];
    const topsis = ranker("topsis", [0.5, 0.5], directions, { normalisation: "vector" });
    const { leftOut } = reversalTests(topsis, figures, directions);
    expect(leftOut.failures).toContainEqual({ alternative: 3, better: 1, worse: 2 });
  });

  // MUSE_OS issue #317 with the vector wsm-minmax-rank-reversal: under min-max, A1 (10.1, 1) leads as long as (50, 5.5) stretches the
  // first range; without that dominated alternative A2 (10, 5) wins.
  it("find the weighted sum turned round by a dominated alternative", () => {
    const figures = [
      [10.1, 1],
      [10, 5],
      [50, 5.5],
    ];
    const directions: Direction[] = ["min", "min"];
    const sum = ranker("weighted-sum", [0.55, 0.45], directions, { normalisation: "min-max" });
    const tests = reversalTests(sum, figures, directions);
    expect(tests.leftOut.failures).toContainEqual({ alternative: 2, better: 0, worse: 1 });
    expect(tests.recombined.failures).toContainEqual({ better: 0, worse: 1 });
  });

  // Condorcet's circle: on three criteria of equal weight each of three alternatives beats the next on two of them.
  it("find a circle of pairs", () => {
    const figures = [
      [3, 1, 2],
      [2, 3, 1],
      [1, 2, 3],
    ];
    const directions: Direction[] = ["max", "max", "max"];
    const flows = ranker("promethee", [1 / 3, 1 / 3, 1 / 3], directions, {});
    const { circles } = reversalTests(flows, figures, directions);
    expect(circles).toEqual({ tried: 1, failures: [{ alternatives: [0, 1, 2] }] });
  });

  it("never fail the additive value model on fixed ranges", () => {
    const figure = fc.integer({ min: 1, max: 100 });
    const row = fc.tuple(figure, figure, figure);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 7 }), (figures) => {
        const weights = [0.5, 0.3, 0.2];
        const directions: Direction[] = ["max", "min", "max"];
        const additive: Ranker = {
          higherIsBetter: true,
          scores: (rows) =>
            rows.map((cells) =>
              cells.reduce((sum, x, j) => {
                const value = Math.min(
                  1,
                  Math.max(0, directions[j] === "max" ? x / 100 : 1 - x / 100),
                );
                return sum + value * (weights[j] ?? 0);
              }, 0),
            ),
        };
        const tests = reversalTests(additive, figures, directions);
        for (const { failures } of Object.values(tests)) expect(failures).toEqual([]);
      }),
    );
  });
});
