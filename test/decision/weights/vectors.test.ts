import { describe, expect, it } from "vitest";
import { COMPARISONS, ELICITATIONS } from "../../../src/decision/weights/all-weights.ts";
import { bestWorstWeights } from "../../../src/decision/weights/best-worst.ts";
import { pairwiseWeights } from "../../../src/decision/weights/pairwise.ts";
import {
  rankOrderWeights,
  type RankOrderFormula,
} from "../../../src/decision/weights/rank-order.ts";
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

it("entropy with costs turned round is that of the inverse figures", () => {
  const entropy = COMPARISONS.find(({ id }) => id === "entropy");
  const [reference] = RANDOM;
  const { matrix = [], types = [] } = reference ?? {};
  const inverse = matrix.map((row) => row.map((x, j) => (types[j] === -1 ? 1 / x : x)));
  const turned = entropy?.apply(tableOf({ matrix, types }), { directed: true });
  expect(distance(turned, entropy?.apply(tableOf({ matrix: inverse, types }), {}))).toBeLessThan(
    1e-12,
  );
  expect(distance(turned, entropy?.apply(tableOf({ matrix, types }), {}))).toBeGreaterThan(0.01);
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

  it("can be given instead", () => {
    const matrix = byId("ahp-wang-chin2011");
    const { consistencyIndex, consistencyRatio } = pairwiseWeights(matrix, 1.25, "eigenvector");
    expect(consistencyRatio).toBeCloseTo(consistencyIndex / 1.25, 12);
  });

  it("all prioritisations agree on consistent answers", () => {
    const matrix = byId("ahp-consistent-3x3");
    const [a, b, c] = (["eigenvector", "geometric-mean", "column-mean"] as const).map(
      (way) => pairwiseWeights(matrix, "saaty", way).weights,
    );
    expect(distance(a, b)).toBeLessThan(1e-9);
    expect(distance(a, c)).toBeLessThan(1e-9);
  });

  // By hand: columns add up to 23/15, 9/2 and 8, so rows have 15/23, 2/3, 5/8; 5/23, 2/9, 1/4; 3/23, 1/9, 1/8.
  it("means of the columns, as text books work them out", () => {
    const matrix = [
      [1, 3, 5],
      [1 / 3, 1, 2],
      [1 / 5, 1 / 2, 1],
    ];
    const rows = [15 / 23 + 2 / 3 + 5 / 8, 5 / 23 + 2 / 9 + 1 / 4, 3 / 23 + 1 / 9 + 1 / 8];
    const { weights } = pairwiseWeights(matrix, "saaty", "column-mean");
    expect(
      distance(
        weights,
        rows.map((sum) => sum / 3),
      ),
    ).toBeLessThan(1e-12);
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
  const weights = (formula: RankOrderFormula, exponent?: number) => [
    ...rankOrderWeights([["a"], ["b"], ["c"]], formula, exponent).values(),
  ];

  it("exponent: powers of the rank sum (Stillwell, Seaver & Edwards 1981)", () => {
    expect(distance(weights("exponent", 2), [9 / 14, 4 / 14, 1 / 14])).toBeLessThan(1e-12);
    expect(distance(weights("exponent", 1), weights("sum"))).toBeLessThan(1e-12);
    expect(distance(weights("exponent", 0), [1 / 3, 1 / 3, 1 / 3])).toBeLessThan(1e-12);
  });

  // For two, 1 ÷ (1 + u) and u ÷ (1 + u) have the means ln 2 and 1 − ln 2. For three, the sum of two uniform numbers has the density s up to
  // 1 and 2 − s beyond, so the first is 3 ln 1.5 − ln 2; Roberts & Goodwin 2002 print .5232, .3240, .1528.
  it("distribution: means of direct ratings in that order (Roberts & Goodwin 2002)", () => {
    const two = [...rankOrderWeights([["a"], ["b"]], "distribution").values()];
    expect(distance(two, [Math.LN2, 1 - Math.LN2])).toBeLessThan(1e-7);
    const three = weights("distribution");
    expect(three[0]).toBeCloseTo(3 * Math.log(1.5) - Math.LN2, 7);
    expect(distance(three, [0.5232, 0.324, 0.1528])).toBeLessThan(1e-4);
    const many = Array.from({ length: 20 }, (_, k) => [`c${k}`]);
    const found = [...rankOrderWeights(many, "distribution").values()];
    // With many criteria they come close to the rank sum (their abstract says so).
    expect(distance(found, [...rankOrderWeights(many, "sum").values()])).toBeLessThan(0.01);
    expect(found).toEqual(found.toSorted((a, b) => b - a));
  });

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
