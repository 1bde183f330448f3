import { describe, expect, it } from "vitest";
import { COMPARISONS, ELICITATIONS } from "../../../src/decision/weights/all-weights.ts";
import { bestWorstWeights } from "../../../src/decision/weights/best-worst.ts";
import { pairwiseWeights } from "../../../src/decision/weights/pairwise.ts";
import { rankOrderWeights } from "../../../src/decision/weights/rank-order.ts";
import { distance, RANDOM, tableOf, vectorOf, vectorsOf, type Vector } from "../methods/vectors.ts";

type Matrix = number[][];

/** Directed min-max is what the vector says unless it writes that all count as benefits. */
function comparisonOf({ method, params }: Vector) {
  const formula = params?.formula ?? "";
  const id = method.replace("_weights", "");
  const unit = COMPARISONS.find((each) => each.id === id);
  if (unit === undefined) throw new Error(`no weights ${id}`);
  return { unit, options: { directed: !formula.includes("WITHOUT direction") } };
}

const measured = vectorsOf(
  "entropy_weights",
  "critic_weights",
  "merec_weights",
  "cilos_weights",
  "idocriw_weights",
);

describe.each(measured.map((vector) => [vector.id, vector] as const))("%s", (_id, vector) => {
  const { unit, options } = comparisonOf(vector);
  const weights = unit.apply(tableOf(vector), options);

  it("gives the published weights", () => {
    expect(distance(weights, vector.expected["weights"])).toBeLessThanOrEqual(vector.tolerance);
  });

  it("agrees with the reference to 8 digits where there is one", () => {
    expect(distance(weights, vector.exact?.["weights"] ?? weights)).toBeLessThanOrEqual(1e-8);
    expect(weights.reduce((all, weight) => all + weight, 0)).toBeCloseTo(1, 12);
  });
});

it("critic-diakoulaki1995 with Spearman's correlation (the vector's note)", () => {
  const vector = vectorOf("critic-diakoulaki1995");
  const critic = COMPARISONS.find(({ id }) => id === "critic");
  const options = { directed: false, correlation: "spearman" } as const;
  const weights = critic?.apply(tableOf(vector), options);
  expect(distance(weights, [0.21454645, 0.4898563, 0.29559726])).toBeLessThanOrEqual(1e-8);
});

describe.each(RANDOM.map((reference) => [reference.seed, reference] as const))(
  "random reference, seed %i",
  (_seed, reference) => {
    it.each([
      ["w_entropy", "entropy", {}],
      ["w_critic_undirected", "critic", { directed: false }],
      ["w_critic_directed", "critic", { directed: true }],
      ["w_merec", "merec", {}],
      ["w_std", "standard-deviation", {}],
      ["w_gini", "gini", {}],
      ["w_cilos", "cilos", {}],
      ["w_idocriw", "idocriw", {}],
    ] as const)("agrees on %s", (key, id, options) => {
      const unit = COMPARISONS.find((each) => each.id === id);
      const weights = unit?.apply(tableOf(reference), options);
      expect(distance(weights, reference.expected[key])).toBeLessThan(1e-7);
    });
  },
);

describe.each(vectorsOf("ahp_weights_cr").map((vector) => [vector.id, vector] as const))(
  "%s",
  (_id, vector) => {
    const found = pairwiseWeights(vector.matrix ?? [], "saaty", "eigenvector");

    it("gives the published weights and consistency ratio", () => {
      const { weights, cr, lambda_max: lambdaMax = found.lambdaMax } = vector.expected;
      expect(distance(found.weights, weights)).toBeLessThanOrEqual(vector.tolerance);
      expect(distance([found.consistencyRatio], [cr])).toBeLessThanOrEqual(vector.tolerance);
      expect(distance(found.lambdaMax, lambdaMax)).toBeLessThan(1e-5);
    });

    it("agrees with the reference to 8 digits where there is one", () => {
      const exact = vector.exact?.["weights"];
      expect(distance(found.weights, exact)).toBeLessThanOrEqual(1e-8);
    });
  },
);

describe("the consistency ratio depends on the table of random indices", () => {
  const byId = (id: string): Matrix =>
    vectorsOf("ahp_weights_cr").find((vector) => vector.id === id)?.matrix ?? [];

  // The two vectors give the ratio with the other table in their parameters: .0235, and .0801 as AHPy pins it.
  it.each([
    ["ahp-saaty2008-drinks", 0.0235],
    ["ahp-wikipedia-car-criteria", 0.0801],
  ])("%s: %f with Donegan and Dodd's", (id, ratio) => {
    const found = pairwiseWeights(byId(id), "donegan-dodd", "eigenvector").consistencyRatio;
    expect(found).toBeCloseTo(ratio, 3);
  });

  it("is unknown beyond ten rows, and 0 with two", () => {
    const ones = (n: number): Matrix => Array.from({ length: n }, () => Array(n).fill(1));
    expect(pairwiseWeights(ones(11), "saaty", "eigenvector").consistencyRatio).toBeNull();
    expect(
      pairwiseWeights(
        [
          [1, 7],
          [1 / 7, 1],
        ],
        "saaty",
        "eigenvector",
      ),
    ).toMatchObject({
      consistencyRatio: 0,
      weights: [expect.closeTo(7 / 8, 12), expect.closeTo(1 / 8, 12)],
    });
  });

  it("eigenvector and geometric means agree on consistent answers", () => {
    const matrix = byId("ahp-consistent-3x3");
    const [a, b] = (["eigenvector", "geometric-mean"] as const).map(
      (way) => pairwiseWeights(matrix, "saaty", way).weights,
    );
    expect(distance(a, b)).toBeLessThan(1e-9);
  });
});

describe.each(vectorsOf("ahp_hierarchy").map((vector) => [vector.id, vector] as const))(
  "%s",
  (_id, vector) => {
    it("gives the published priorities of the alternatives", () => {
      const params = vector.params ?? {};
      const matrices = Object.values(params.alternative_matrices ?? {});
      const top = pairwiseWeights(params.criteria_matrix ?? [], "saaty", "eigenvector");
      const local = matrices.map((each) => pairwiseWeights(each, "saaty", "eigenvector"));
      const globals = local[0]?.weights.map((_, i) =>
        local.reduce((all, { weights }, j) => all + (top.weights[j] ?? 0) * (weights[i] ?? 0), 0),
      );
      const wanted = vector.expected["global_weights"];
      expect(distance(globals, wanted)).toBeLessThanOrEqual(vector.tolerance);
      const ratio = params.criteria_cr ?? params.cr_criteria;
      // Their matrices are written with 1/3 as .333333, so the ratio is good to some six digits.
      expect(top.consistencyRatio).toBeCloseTo(Number(ratio), 5);
    });
  },
);

describe("best-worst method", () => {
  it("bwm-rezaei2015: the ratio model gives the published weights and ξ", () => {
    const vector = vectorOf("bwm-rezaei2015");
    const { best_to_others: bestToOthers = [], others_to_worst: othersToWorst = [] } =
      vector.params ?? {};
    const asked = { best: 2, worst: 0, bestToOthers, othersToWorst };
    const found = bestWorstWeights(asked, "ratio");
    expect(distance(found.weights, vector.expected["weights"])).toBeLessThanOrEqual(0.01);
    expect(found.deviation).toBeCloseTo(Number(vector.expected["epsilon"]), 2);
    // By hand: (2 − ξ)(5 − ξ) = 8 + ξ gives ξ = 4 − √14; the consistency index of a_BW = 8 is 4.47 (Rezaei 2015, table 1).
    expect(found.deviation).toBeCloseTo(4 - Math.sqrt(14), 12);
    expect(found.consistencyRatio).toBeCloseTo((4 - Math.sqrt(14)) / 4.47, 3);
  });

  // By hand: the three deviations are equal at the optimum, w_B = 8 w_W + ξ, 2 w_2 = w_B + ξ and w_2 = 5 w_W − ξ, so
  // w_W : w_2 : w_B = 2 : 9 : 17 and ξ = 1/28.
  it("the linear model (Rezaei 2016) balances the same comparisons", () => {
    const asked = { best: 2, worst: 0, bestToOthers: [8, 2, 1], othersToWorst: [1, 5, 8] };
    const { weights, deviation } = bestWorstWeights(asked, "linear");
    expect(distance(weights, [2 / 28, 9 / 28, 17 / 28])).toBeLessThan(1e-12);
    expect(deviation).toBeCloseTo(1 / 28, 12);
  });

  it.each(["linear", "ratio"] as const)("%s: consistent comparisons are met exactly", (model) => {
    // Weights 8 : 4 : 2 : 1 answer every question without contradiction.
    const asked = {
      best: 0,
      worst: 3,
      bestToOthers: [1, 2, 4, 8],
      othersToWorst: [8, 4, 2, 1],
    };
    const found = bestWorstWeights(asked, model);
    expect(distance(found.weights, [8 / 15, 4 / 15, 2 / 15, 1 / 15])).toBeLessThan(1e-9);
    expect(found.deviation).toBeCloseTo(0, 12);
    expect(found.inputConsistencyRatio).toBe(0);
  });

  it("the input ratio is known without a model", () => {
    const asked = { best: 2, worst: 0, bestToOthers: [8, 2, 1], othersToWorst: [1, 5, 8] };
    // |2 · 5 − 8| ÷ (8² − 8)
    expect(bestWorstWeights(asked, "linear").inputConsistencyRatio).toBeCloseTo(2 / 56, 12);
  });
});

describe("rank order weights", () => {
  const weights = (formula: "centroid" | "sum" | "reciprocal") => [
    ...rankOrderWeights([["a"], ["b"], ["c"]], formula).values(),
  ];

  it("centroid: 11/18, 5/18, 2/18 (Barron & Barrett 1996)", () => {
    expect(distance(weights("centroid"), [11 / 18, 5 / 18, 2 / 18])).toBeLessThan(1e-12);
  });

  it("sum and reciprocal (Stillwell, Seaver & Edwards 1981)", () => {
    expect(distance(weights("sum"), [3 / 6, 2 / 6, 1 / 6])).toBeLessThan(1e-12);
    expect(distance(weights("reciprocal"), [6 / 11, 3 / 11, 2 / 11])).toBeLessThan(1e-12);
  });

  it("criteria of equal importance share the mean of their places", () => {
    const tied = rankOrderWeights([["a", "b"], ["c"]], "sum");
    expect([...tied]).toEqual([
      ["a", expect.closeTo(5 / 12, 12)],
      ["b", expect.closeTo(5 / 12, 12)],
      ["c", expect.closeTo(2 / 12, 12)],
    ]);
  });
});

it("every way to weigh names the source of its definition and of its test", () => {
  for (const { definition, testedOn, formula } of [...ELICITATIONS, ...COMPARISONS]) {
    for (const text of [definition, testedOn, formula]) expect(text.length).toBeGreaterThan(5);
  }
});
