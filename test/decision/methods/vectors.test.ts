import { describe, expect, it } from "vitest";
import { METHODS, methodOf } from "../../../src/decision/methods/all-methods.ts";
import type { Method, MethodOptions, MethodOutcome } from "../../../src/decision/methods/method.ts";
import { NORMALISATIONS, normaliseColumn } from "../../../src/decision/methods/normalise.ts";
import {
  PREFERENCE_SHAPES,
  type Direction,
  type Preference,
} from "../../../src/input/matrix/matrix-types.ts";
import { orderOf, ranksOf } from "../../../src/decision/methods/ranks.ts";
import type { DecisionTable } from "../../../src/decision/methods/table.ts";
import {
  distance,
  normalisationIn,
  METHOD_NAMES,
  RANDOM,
  tableOf,
  vectorOf,
  vectorsOf,
  type Params,
  type Vector,
} from "./vectors.ts";

const named = (id: string): Method => {
  const method = methodOf(id);
  if (method === undefined) throw new Error(`there is no method ${id}`);
  return method;
};

function optionsOf({ params = {} }: Vector): MethodOptions {
  const way = normalisationIn(params);
  const normalisation = NORMALISATIONS.find((known) => known === way);
  const { v, lambda_: lambda } = params;
  return {
    ...(normalisation === undefined ? {} : { normalisation }),
    ...(v === undefined ? {} : { v }),
    ...(lambda === undefined ? {} : { lambda }),
  };
}

/** The vectors write v-shape as vshape and name thresholds q, p, s. */
function withThresholds(table: DecisionTable, params: Params = {}): DecisionTable {
  return {
    ...table,
    criteria: table.criteria.map((criterion, j) => {
      const written = params.preference?.[j] ?? "usual";
      const shape = PREFERENCE_SHAPES.find((known) => known.replace("-", "") === written);
      const preference: Preference = {
        shape: shape ?? "usual",
        indifference: params.q?.[j] ?? 0,
        strict: params.p?.[j] ?? 0,
        spread: params.s?.[j] ?? 0,
      };
      const range = rangeIn(params, j, criterion.direction);
      return { ...criterion, preference, ...(range === null ? {} : { range }) };
    }),
  };
}

function rangeIn({ bounds, ideal, anti_ideal: anti }: Params, j: number, direction: Direction) {
  const [best, worst] = [ideal?.[j], anti?.[j]];
  if (best !== undefined && worst !== undefined) return { worst, best };
  const [low, high] = bounds?.[j] ?? [];
  if (low === undefined || high === undefined) return null;
  return direction === "min" ? { worst: high, best: low } : { worst: low, best: high };
}

/** What the vectors call the figures of an outcome. */
function figures(method: Method, { scores, detail = {}, compromise }: MethodOutcome) {
  return {
    ...detail,
    scores,
    scores_lower_is_better: scores,
    net_flow: scores,
    Q: scores,
    positive_flow: detail["positiveFlow"],
    negative_flow: detail["negativeFlow"],
    ranks: ranksOf(scores, method.higherIsBetter),
    order_best_first: orderOf(scores, method.higherIsBetter).map((index) => index + 1),
    acceptable_advantage: compromise?.acceptableAdvantage,
    acceptable_stability: compromise?.acceptableStability,
    compromise_set: compromise?.members.map((index) => `A${index + 1}`).toSorted(),
  };
}

const published = vectorsOf(...Object.keys(METHOD_NAMES)).filter(
  ({ id }) => id !== "wpm-wikipedia-ratios",
);

describe.each(published.map((vector) => [vector.id, vector] as const))("%s", (_id, vector) => {
  const method = named(METHOD_NAMES[vector.method] ?? "");
  const rescaled = vector.params?.["weights_are_rescaled_to_sum_1"] === true;
  const total = (vector.weights ?? []).reduce((all, weight) => all + weight, 0);
  const weights = rescaled ? vector.weights?.map((weight) => weight / total) : vector.weights;
  const table = withThresholds(
    tableOf({ ...vector, ...(weights ? { weights } : {}) }),
    vector.params,
  );
  const outcome = method.apply(table, { ...method.defaults, ...optionsOf(vector) });
  const found: Record<string, unknown> = figures(method, outcome);

  it.each(Object.entries(vector.expected))("gives its %s", (key, wanted) => {
    expect(distance(found[key], wanted)).toBeLessThanOrEqual(vector.tolerance);
  });

  it.each(Object.entries(vector.exact ?? {}))("gives its %s to 8 digits", (key, wanted) => {
    expect(distance(found[key], wanted)).toBeLessThanOrEqual(1e-8);
  });
});

describe("wpm-wikipedia-ratios", () => {
  const vector = vectorOf("wpm-wikipedia-ratios");
  const table = tableOf(vector);
  const { apply } = named("weighted-product");

  it("gives the ratios of products without normalisation", () => {
    const [a = 0, b = 0, c = 0] = apply(table, { normalisation: "none" }).scores;
    const ratios = [a / b, a / c, b / c];
    expect(distance(ratios, vector.exact?.["ratios_A1A2_A1A3_A2A3"])).toBeLessThan(1e-8);
  });

  it("gives the logarithms of products of shares", () => {
    const logs = apply(table, { normalisation: "sum" }).scores.map(Math.log10);
    expect(distance(logs, vector.exact?.["log10_scores_sum_norm"])).toBeLessThan(1e-8);
  });
});

describe("rank reversal when an alternative is added", () => {
  it.each(
    vectorsOf("rank_reversal_weighted_sum", "rank_reversal_topsis").map(
      (vector) => [vector.id, vector] as const,
    ),
  )("%s", (_id, vector) => {
    const method = named(vector.method.includes("topsis") ? "topsis" : "weighted-sum");
    const options = optionsOf(vector);
    const added = vector.params?.added_alternative ?? [];
    const before = tableOf(vector);
    const after = { ...before, figures: [...before.figures, added] };
    const scores = [before, after].map((table) => method.apply(table, options).scores);
    // Scores are written with 8 digits, whatever the tolerance: topsis-garcia-cascales-loss-of-order states 1e-9 and writes 4/9 as
    // .44444444, which is 4.4e-9 off. Its figures in closed form stand below.
    const tolerance = Math.max(vector.tolerance, 5e-9);
    expect(distance(scores[0], vector.expected["scores_before"])).toBeLessThanOrEqual(tolerance);
    expect(distance(scores[1], vector.expected["scores_after"])).toBeLessThanOrEqual(tolerance);
    const winners = scores.map((each) => `A${(orderOf(each, true)[0] ?? 0) + 1}`);
    const wanted = ["winner_before", "winner_after"].map((key) => vector.expected[key]);
    // The vector that loses all order names no winner.
    expect(wanted[0] === undefined ? wanted : winners).toEqual(wanted);
  });

  // By hand, r = x ÷ largest: rows (.25, 1), (1, .4), (.75, .6); best (1, 1), worst (.25, .4). With (5, 1) added everybody is as far
  // from the best as from the worst.
  it("topsis-garcia-cascales-loss-of-order in closed form", () => {
    const vector = vectorOf("topsis-garcia-cascales-loss-of-order");
    const before = tableOf(vector);
    const after = { ...before, figures: [...before.figures, [5, 1]] };
    const scoresOf = (table: DecisionTable) =>
      named("topsis").apply(table, { normalisation: "linear-max" }).scores;
    const far = Math.hypot(0.5, 0.2);
    const third = far / (far + Math.hypot(0.25, 0.4));
    expect(distance(scoresOf(before), [4 / 9, 5 / 9, third])).toBeLessThan(1e-12);
    expect(distance(scoresOf(after), [0.5, 0.5, 0.5, 0.5])).toBeLessThan(1e-12);
  });

  // Belton & Gear 1983: an exact copy of B makes A win when ratio scores are shares of their sum, not of the largest.
  it("ahp-rank-reversal-belton-gear1983", () => {
    const vector = vectorOf("ahp-rank-reversal-belton-gear1983");
    const scores = Object.values(vector.params?.criteria_ratio_scores ?? {});
    const matrix = [0, 1, 2].map((i) => scores.map((column) => column[i] ?? 0));
    const criteria = scores.map((_, j) => ({
      id: `c${j}`,
      direction: "max" as const,
      weight: 1 / 3,
    }));
    const withCopy = [...matrix, matrix[1] ?? []];
    const sumOf = (figures: number[][], normalisation: "sum" | "linear-max") =>
      named("weighted-sum").apply({ criteria, figures }, { normalisation }).scores;
    expect(distance(sumOf(matrix, "sum"), vector.exact?.["before"])).toBeLessThan(1e-8);
    expect(distance(sumOf(withCopy, "sum"), vector.exact?.["after"])).toBeLessThan(1e-8);
    const ideal = [sumOf(matrix, "linear-max"), sumOf(withCopy, "linear-max").slice(0, 3)];
    expect(ideal[0]).toEqual(ideal[1]);
  });
});

/** Which method and options each output of the random reference stands for. */
const REFERENCE: Readonly<Record<string, readonly [string, MethodOptions]>> = {
  topsis_minmax: ["topsis", { normalisation: "min-max" }],
  topsis_vector_1minus: ["topsis", { normalisation: "vector" }],
  topsis_vector_ideal_by_type: ["topsis", { normalisation: "vector" }],
  "vikor_v0.5_Q": ["vikor", { v: 0.5 }],
  wsm_minmax: ["weighted-sum", { normalisation: "min-max" }],
  wsm_linear_max: ["weighted-sum", { normalisation: "linear-max" }],
  wsm_sum: ["weighted-sum", { normalisation: "sum" }],
  wpm_sum: ["weighted-product", { normalisation: "sum" }],
  waspas: ["waspas", { lambda: 0.5 }],
  promethee2_usual_net_flow: ["promethee", {}],
  copras: ["copras", {}],
  marcos: ["marcos", {}],
  edas: ["edas", {}],
  mabac: ["mabac", {}],
  codas: ["codas", {}],
  aras: ["aras", {}],
  moora: ["moora", {}],
};

describe.each(RANDOM.map((reference) => [reference.seed, reference] as const))(
  "random reference, seed %i",
  (_seed, reference) => {
    const table = tableOf(reference);

    it.each(Object.entries(REFERENCE))("agrees on %s", (key, [id, options]) => {
      const method = named(id);
      const { scores } = method.apply(table, { ...method.defaults, ...options });
      expect(distance(scores, reference.expected[key])).toBeLessThan(1e-7);
    });

    it("agrees on PROMETHEE with linear preference and on SPOTIS", () => {
      const params = {
        preference: table.criteria.map(() => "linear"),
        q: reference.promethee_q,
        p: reference.promethee_p,
        bounds: reference.spotis_bounds,
      };
      const full = withThresholds(table, params);
      const flows = named("promethee").apply(full, {}).scores;
      const distances = named("spotis").apply(full, {}).scores;
      expect(distance(flows, reference.expected["promethee2_linear_net_flow"])).toBeLessThan(1e-7);
      expect(distance(distances, reference.expected["spotis_lower_is_better"])).toBeLessThan(1e-7);
    });
  },
);

describe("every method", () => {
  it("names the source of its definition and of its test", () => {
    for (const { definition, testedOn, formula } of METHODS) {
      for (const text of [definition, testedOn, formula]) expect(text.length).toBeGreaterThan(10);
    }
  });

  it("has an id of its own, and reads only options that its defaults hold", () => {
    expect(new Set(METHODS.map(({ id }) => id)).size).toBe(METHODS.length);
    for (const { reads, defaults } of METHODS) expect(Object.keys(defaults)).toEqual([...reads]);
  });

  it.each(NORMALISATIONS)("a constant column stays finite under %s", (way) => {
    for (const direction of ["max", "min"] as const) {
      const finite = normaliseColumn([3, 3, 3], direction, way).every(Number.isFinite);
      expect(finite).toBe(true);
    }
  });
});
