import { describe, expect, it } from "vitest";
import { doubleCounting } from "../../src/decision/double-counting.ts";
import type { CriterionInfo } from "../../src/decision/types.ts";
import { assessed, plan } from "./assessed-fixture.ts";

const criterion = (id: string, weight: number): CriterionInfo => ({
  id,
  title: id,
  unit: "",
  weight,
  worst: 0,
  best: 1,
  scale: "linear",
  description: "",
});

/** Candidates with two values each; `energyUsd` of a cost of 100 000 USD. */
function found(
  ids: readonly [string, string],
  rows: readonly (readonly [number, number])[],
  { weights = [0.5, 0.5], energyUsd = 0 } = {},
) {
  const [a = 0, b = 0] = weights;
  const base = plan();
  const candidate = assessed({ plan: { ...base, cost: { ...base.cost, energyUsd } } });
  return doubleCounting(
    [criterion(ids[0], a), criterion(ids[1], b)],
    rows.map((values) => ({ candidate, values })),
  );
}

const APART = [
  [0, 1],
  [1, 0.2],
  [0.5, 0.9],
  [0.3, 0.1],
  [0.8, 0.8],
] as const;

describe("criteria that say the same", () => {
  it("are those of which one is made of the other, whoever the candidates are", () => {
    for (const ids of [
      ["cost", "unit-cost"],
      ["cost", "capital"],
      ["energy", "carbon"],
      ["risk", "supply"],
      ["risk", "accuracy"],
    ] as const) {
      expect(found(ids, APART)).toMatchObject([{ criteria: ids, kind: "arithmetic" }]);
    }
  });

  it("are cost and energy where electricity is a part of the cost that counts", () => {
    expect(found(["cost", "energy"], APART, { energyUsd: 12_000 })).toMatchObject([
      {
        kind: "arithmetic",
        sentence:
          "energy counts twice in part: the total holds the electricity, which is 12 % of it on average.",
      },
    ]);
    expect(found(["cost", "energy"], APART, { energyUsd: 1_000 })).toEqual([]);
  });

  it("are those that correlate above 0.9 over five candidates or more", () => {
    // Values a, 2a + 0.1 ± 0.01: Pearson's r of the five pairs is 0.9994 (worked out apart).
    const rows = [
      [0.1, 0.31],
      [0.2, 0.49],
      [0.3, 0.71],
      [0.4, 0.89],
      [0.45, 1],
    ] as const;
    const [pair] = found(["latency", "performance"], rows);
    expect(pair).toMatchObject({ kind: "correlation" });
    expect(pair?.correlation).toBeCloseTo(0.9994, 3);
    expect(pair?.sentence).toContain("rank these candidates alike");
    expect(found(["latency", "performance"], rows.slice(0, 4))).toEqual([]);
    expect(found(["latency", "performance"], APART)).toEqual([]);
  });

  it("may pull in opposite directions", () => {
    const rows = [0, 0.25, 0.5, 0.75, 1].map((value) => [value, 1 - value] as const);
    const [pair] = found(["latency", "performance"], rows);
    expect(pair?.correlation).toBeCloseTo(-1, 12);
    expect(pair?.sentence).toContain("opposite order");
  });

  it("do not matter where one of them has no weight", () => {
    expect(found(["cost", "unit-cost"], APART, { weights: [1, 0] })).toEqual([]);
  });

  it("have no correlation where a column is constant", () => {
    const rows = [0, 0.25, 0.5, 0.75, 1].map((value) => [value, 0.4] as const);
    expect(found(["latency", "performance"], rows)).toEqual([]);
  });
});
