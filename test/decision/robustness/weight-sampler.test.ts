import { describe, expect, it } from "vitest";
import { Generator } from "../../../src/decision/robustness/generator.ts";
import { hitAndRun } from "../../../src/decision/robustness/hit-and-run.ts";
import { weightSampler } from "../../../src/decision/robustness/weight-sampler.ts";
import {
  anyWeights,
  emptyBecause,
  fixedWeights,
  orderedWeights,
  tightened,
  type WeightSet,
} from "../../../src/decision/robustness/weight-set.ts";

const DRAWS = 40_000;

function drawn(set: WeightSet, draw = weightSampler(set, new Generator(9)).draw): number[][] {
  const weights = new Float64Array(set.lowest.length);
  return Array.from({ length: DRAWS }, () => {
    draw(weights);
    return [...weights];
  });
}

function means(draws: readonly (readonly number[])[]): number[] {
  return (draws[0] ?? []).map(
    (_, j) => draws.reduce((sum, row) => sum + (row[j] ?? 0), 0) / draws.length,
  );
}

/** Largest difference of two lists. */
function apart(found: readonly number[], wanted: readonly number[]): number {
  return Math.max(...found.map((x, j) => Math.abs(x - (wanted[j] ?? Number.NaN))));
}

/** Draws that leave the set or do not add up to 1. */
function outside(
  draws: readonly (readonly number[])[],
  { lowest, highest, atLeast }: WeightSet,
): number {
  return draws.filter((row) => {
    const sum = row.reduce((all, weight) => all + weight, 0);
    const inside = row.every(
      (weight, j) => weight >= (lowest[j] ?? 0) - 1e-9 && weight <= (highest[j] ?? 1) + 1e-9,
    );
    const ordered = atLeast.every(([a, b, times]) => (row[a] ?? 0) >= times * (row[b] ?? 0) - 1e-9);
    return !inside || !ordered || Math.abs(sum - 1) > 1e-9;
  }).length;
}

describe("weights drawn from what is known", () => {
  // Dirichlet(1, 1, 1): means 1/3, variance 2/36.
  it("nothing known: uniform on the simplex", () => {
    const draws = drawn(anyWeights(3));
    expect(outside(draws, anyWeights(3))).toBe(0);
    expect(apart(means(draws), [1 / 3, 1 / 3, 1 / 3])).toBeLessThan(0.005);
    const variances = means(draws.map((row) => row.map((weight) => (weight - 1 / 3) ** 2)));
    expect(apart(variances, [1 / 18, 1 / 18, 1 / 18])).toBeLessThan(0.002);
  });

  // The centroid of an order is its ROC weights (Barron & Barrett 1996).
  it("a full order: the mean is the rank order centroid", () => {
    const set = orderedWeights(3, [[2], [0], [1]]);
    expect(weightSampler(set, new Generator(1)).how).toBe("sorted simplex");
    expect(outside(drawn(set), set)).toBe(0);
    expect(apart(means(drawn(set)), [5 / 18, 2 / 18, 11 / 18])).toBeLessThan(0.005);
  });

  // w1 ≥ w2 and w1 ≥ w3 is the third of the simplex around its first corner: centroid (11/18, 7/36, 7/36).
  it("a partial order", () => {
    const set = orderedWeights(3, [[0], [1, 2]]);
    expect(outside(drawn(set), set)).toBe(0);
    expect(apart(means(drawn(set)), [11 / 18, 7 / 36, 7 / 36])).toBeLessThan(0.005);
  });

  // w1 from 2 to 4 times w2 is the triangle of (0, 0, 1), (2/3, 1/3, 0) and (4/5, 1/5, 0): its centroid is their mean.
  it("ratios of two weights", () => {
    const set: WeightSet = {
      ...anyWeights(3),
      atLeast: [
        [0, 1, 2],
        [1, 0, 1 / 4],
      ],
    };
    const centroid = [22 / 45, 8 / 45, 1 / 3];
    expect(weightSampler(set, new Generator(1)).how).toBe("rejection");
    expect(outside(drawn(set), set)).toBe(0);
    expect(apart(means(drawn(set)), centroid)).toBeLessThan(0.005);
    const walk = drawn(set, hitAndRun(tightened(set), [0, 1, 2], new Generator(3)));
    expect(outside(walk, set)).toBe(0);
    expect(apart(means(walk), centroid)).toBeLessThan(0.01);
  });

  // Twice as much as each other is possible only for weights of nothing.
  it("ratios that contradict each other leave nothing, or nothing to those criteria", () => {
    const circle: WeightSet = {
      ...anyWeights(3),
      atLeast: [
        [0, 1, 2],
        [1, 0, 2],
      ],
    };
    expect(emptyBecause({ ...circle, lowest: [0.1, 0, 0] })).toContain("contradict each other");
    expect(emptyBecause(circle)).toBeNull();
    expect(apart(drawn(circle)[0] ?? [], [0, 0, 1])).toBeLessThan(1e-9);
  });

  // With two criteria the first weight is uniform on what the intervals leave: .3 to .6.
  it("intervals", () => {
    const set = { ...anyWeights(2), lowest: [0.2, 0.4], highest: [0.6, 0.7] };
    expect(outside(drawn(set), set)).toBe(0);
    expect(apart(means(drawn(set)), [0.45, 0.55])).toBeLessThan(0.005);
  });

  it("a weight that is known leaves the others uniform on the rest", () => {
    const set = { ...anyWeights(3), lowest: [0.4, 0, 0], highest: [0.4, 1, 1] };
    expect(outside(drawn(set), set)).toBe(0);
    expect(apart(means(drawn(set)), [0.4, 0.3, 0.3])).toBeLessThan(0.005);
  });

  it("all weights known", () => {
    const set = fixedWeights([0.2, 0.3, 0.5]);
    expect(weightSampler(set, new Generator(1)).how).toBe("fixed");
    expect(apart(means(drawn(set)), [0.2, 0.3, 0.5])).toBeLessThan(1e-9);
  });
});

describe("the walk that takes over where rejection would", () => {
  it.each([
    ["an order", orderedWeights(3, [[0], [1], [2]])],
    [
      "a partial order with intervals",
      {
        ...orderedWeights(4, [[0], [1, 2], [3]]),
        lowest: [0, 0.1, 0, 0],
        highest: [0.5, 1, 1, 0.2],
      },
    ],
  ])("has the mean that exact draws have: %s", (_name, set) => {
    const tight = tightened(set);
    const free = tight.lowest.map((_, j) => j);
    const walked = drawn(set, hitAndRun(tight, free, new Generator(4)));
    expect(outside(walked, set)).toBe(0);
    expect(apart(means(walked), means(drawn(set)))).toBeLessThan(0.01);
  });

  it("is used for a narrow set in many dimensions", () => {
    const n = 10;
    const set = {
      ...orderedWeights(
        n,
        Array.from({ length: n }, (_, j) => [j]),
      ),
      lowest: Array.from({ length: n }, () => 0.05),
      highest: Array.from({ length: n }, (_, j) => (j === 0 ? 0.16 : 1)),
    };
    const sampler = weightSampler(set, new Generator(2));
    expect(sampler.how).toBe("hit-and-run");
    expect(outside(drawn(set, sampler.draw).slice(0, 2000), set)).toBe(0);
  });
});

describe("knowledge that no weights meet", () => {
  it.each([
    [{ ...anyWeights(2), lowest: [0.6, 0.5] }, "the smallest weights add up to more than 1"],
    [{ ...anyWeights(2), highest: [0.3, 0.5] }, "the largest weights add up to less than 1"],
    [
      { ...orderedWeights(2, [[0], [1]]), lowest: [0, 0.6], highest: [0.5, 1] },
      "the intervals, the order and the ratios contradict each other",
    ],
    [
      { ...orderedWeights(3, [[0], [1], [2]]), highest: [0.3, 1, 1] },
      "the largest weights add up to less than 1",
    ],
    [orderedWeights(3, [[0], [1], [2]]), null],
  ])("%j: %s", (set, reason) => {
    expect(emptyBecause(set)).toBe(reason);
  });
});
