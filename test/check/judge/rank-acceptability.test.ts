import { describe, expect, it } from "vitest";
import { rankAcceptability } from "../../../src/check/judge/rank-acceptability.ts";

describe("rank acceptability", () => {
  it("is one half each for two that are best by one of two criteria: the weights decide evenly", () => {
    const [first, second] = rankAcceptability(
      [
        [1, 0],
        [0, 1],
      ],
      0,
    );
    expect(first).toBeCloseTo(0.5, 1);
    expect((first ?? 0) + (second ?? 0)).toBeCloseTo(1, 12);
  });

  it("is the share of the simplex where the weighted sum is larger, worked out by hand", () => {
    // 0.9 w > 0.3 w + 0.9 (1 − w) where w > 0.6: 40 % of the segment.
    expect(
      rankAcceptability(
        [
          [0.9, 0],
          [0.3, 0.9],
        ],
        0,
      )[0],
    ).toBeCloseTo(0.4, 1);
    // By symmetry each of three specialists is first, second and third in a third of the triangle.
    for (const share of rankAcceptability(
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      1,
    )) {
      expect(share).toBeCloseTo(1 / 3, 1);
    }
  });

  it("is certain where one dominates", () => {
    expect(
      rankAcceptability(
        [
          [1, 1],
          [0.5, 0.5],
          [0.1, 0.2],
        ],
        0,
      ),
    ).toEqual([1, 0, 0]);
    expect(
      rankAcceptability(
        [
          [1, 1],
          [0.5, 0.5],
          [0.1, 0.2],
        ],
        2,
      ),
    ).toEqual([0, 0, 1]);
  });

  it("is the same every time", () => {
    const values = [
      [0.2, 0.7, 0.4],
      [0.5, 0.3, 0.6],
      [0.4, 0.4, 0.5],
    ];
    expect(rankAcceptability(values, 1)).toEqual(rankAcceptability(values, 1));
  });
});
