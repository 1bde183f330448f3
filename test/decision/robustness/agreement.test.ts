import { describe, expect, it } from "vitest";
import { agreement } from "../../../src/decision/robustness/agreement.ts";
import { correlation } from "../../../src/decision/robustness/correlation.ts";

describe("agreement of two rankings", () => {
  it("is 1 for the same order and −1 for the opposite one", () => {
    expect(agreement([1, 2, 3, 4], [1, 2, 3, 4])).toEqual({ kendall: 1, spearman: 1, ws: 1 });
    const opposite = agreement([1, 2, 3, 4], [4, 3, 2, 1]);
    expect(opposite).toMatchObject({ kendall: -1, spearman: expect.closeTo(-1, 12) });
    expect(opposite.ws).toBeLessThan(0.3);
  });

  // By hand, the first two of three change places: one pair of three is discordant, τ = 1/3; ρ = 1 − 6 · 2/24 = 1/2;
  // WS = 1 − (1/2 · 1/2 + 1/4 · 1/1) = 1/2.
  it("the first two change places", () => {
    const found = agreement([1, 2, 3], [2, 1, 3]);
    expect(found.kendall).toBeCloseTo(1 / 3, 12);
    expect(found.spearman).toBeCloseTo(0.5, 12);
    expect(found.ws).toBeCloseTo(0.5, 12);
  });

  // WS = 1 − (1/4 · 1/1 + 1/8 · 1/2) = 11/16: a change below the first counts less.
  it("the last two change places", () => {
    expect(agreement([1, 2, 3], [1, 3, 2]).ws).toBeCloseTo(11 / 16, 12);
  });

  // τ-b by hand for ranks 1, 2, 2, 4 and 1, 2, 3, 4: five concordant pairs, none discordant, five pairs apart in the one and six in
  // the other: 5 ÷ √30 (Kendall 1945).
  it("ties are corrected for", () => {
    expect(agreement([1, 2, 2, 4], [1, 2, 3, 4]).kendall).toBeCloseTo(5 / Math.sqrt(30), 12);
  });

  it("has no figure where there is no order, and never NaN", () => {
    expect(agreement([1, 1, 1], [1, 2, 3])).toMatchObject({ kendall: null, spearman: null });
    expect(agreement([1], [1])).toEqual({ kendall: null, spearman: null, ws: 1 });
    expect(correlation([0.1, 0.1, 0.1], [1, 2, 3], "pearson")).toBeNull();
  });
});
