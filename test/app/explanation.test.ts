import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { NEAR_TIE } from "../../src/decision/rank.ts";
import { evaluateExample } from "../support/expectations.ts";

const catalog = loadBuiltinCatalog();

describe.each(["natural-language-services", "medical-imaging", "pre-training"])(
  "the explanation of %s",
  (name) => {
    const { recommendation, candidates } = evaluateExample(name, catalog);
    const ranked = candidates.filter(({ rank }) => rank !== null);
    const [first, second] = ranked;
    const { waterfall = [], explanation = [], looseOrder = [], tolerance } = recommendation ?? {};

    it("takes the margin apart without a rest", () => {
      const sum = waterfall.reduce((total, { difference }) => total + difference, 0);
      expect(sum).toBeCloseTo((first?.score ?? NaN) - (second?.score ?? NaN), 12);
      expect(sum).toBeCloseTo(recommendation?.margin ?? NaN, 12);
      for (const step of waterfall) expect(step.difference).toBe(step.first - step.second);
    });

    it("says by what the first beats the second, the largest first", () => {
      const [gain] = waterfall.toSorted((a, b) => b.difference - a.difference);
      expect(explanation[0]).toContain(`${first?.name} beats ${second?.name} by `);
      expect(explanation[0]).toContain(`(+${gain?.difference.toFixed(3)})`);
    });

    it("calls the order of neighbours loose that are closer than the tolerance it states", () => {
      expect(tolerance).toBe(NEAR_TIE);
      const score = (id: string) => ranked.find((each) => each.id === id)?.score ?? NaN;
      for (const { ids, ranks, difference } of looseOrder) {
        expect(ranks[1]).toBe(ranks[0] + 1);
        expect(difference).toBeCloseTo(score(ids[0]) - score(ids[1]), 12);
        expect(difference).toBeLessThan(NEAR_TIE);
      }
    });
  },
);

describe("what is missing", () => {
  it("names the winner's estimated figures", () => {
    const { recommendation, candidates } = evaluateExample("natural-language-services", catalog);
    const winner = candidates.find(({ rank }) => rank === 1);
    const estimated = winner?.evidence.estimated ?? [];
    expect(estimated.length).toBeGreaterThan(0);
    expect(recommendation?.missing?.join(" ")).toContain(estimated.join(", "));
  });
});
