import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { RankResult } from "../../src/report/rank/types.ts";
import { distance, vectorOf } from "../decision/methods/vectors.ts";
import { chipselect } from "./fake-io.ts";

interface Moments {
  means: number[][];
  own: number[][];
  shared?: number[][];
}

const MOMENTS: { thrombolytics: Moments; hansen: Moments } = parse(
  readFileSync(new URL("../fixtures/decision/rsmaa-moments.yaml", import.meta.url), "utf8"),
);

/** Figures that are values already, with normal errors of the moments' size. */
async function robustnessOf(
  { means, own, shared }: Moments,
  weights: object,
): Promise<NonNullable<RankResult["robustness"]>> {
  const ids = (means[0] ?? []).map((_, j) => `c${j + 1}`);
  const matrix = {
    name: "moments",
    criteria: ids.map((id) => ({
      id,
      errors: "absolute",
      value: { shape: "linear", worst: 0, best: 1, outside: "extrapolate" },
    })),
    alternatives: means.map((row, i) => ({
      id: `A${i + 1}`,
      values: row.map((value, j) => ({ value, deviation: own[i]?.[j] })),
    })),
    robustness: {
      sharedErrors:
        shared === undefined
          ? []
          : ids.map((criterion, j) => ({
              id: `all on ${criterion}`.replaceAll(" ", "-"),
              moves: shared.map((row, i) => ({
                criterion,
                alternatives: [`A${i + 1}`],
                deviation: row[j],
              })),
            })),
    },
    ...weights,
  };
  const argv = ["rank", "-", "--quiet", "--format", "json", "--draws", "100000"];
  const { code, stdout, stderr } = await chipselect(argv, { stdin: stringify(matrix) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { robustness }: RankResult = JSON.parse(stdout);
  if (robustness === null) throw new Error("nothing was drawn");
  return robustness;
}

/**
 * The published indices come from 10,000 skewed draws: two standard errors of those are .01, and our figures are normal instead. So .015,
 * and .02 for what rests on the draws in which one alternative is first.
 */
describe("the cases of the R package smaa, from the moments of their draws", () => {
  it("smaa-r-thrombolytics", async () => {
    const { expected } = vectorOf("smaa-r-thrombolytics");
    const found = await robustnessOf(MOMENTS.thrombolytics, {});
    expect(distance(found.acceptability, expected["rank_acceptability"])).toBeLessThan(0.015);
    expect(distance(found.pairwise, expected["pairwise_winning"])).toBeLessThan(0.015);
    expect(distance(found.rankingEntropy, expected["ranking_entropy"])).toBeLessThan(0.015);
    expect(distance(found.central, expected["central_weights"])).toBeLessThan(0.02);
    expect(distance(found.confidence, expected["confidence_factors"])).toBeLessThan(0.02);
  });

  it("smaa-r-thrombolytics at fixed weights", async () => {
    const { expected } = vectorOf("smaa-r-thrombolytics");
    const points = { c1: 0.5, c2: 0.2, c3: 0.3 };
    const moments = MOMENTS.thrombolytics;
    const matrix = { weights: { method: "direct", points }, robustness: { weights: "stated" } };
    const { acceptability } = await robustnessOf(moments, matrix);
    const firsts = acceptability.map(([first]) => first);
    expect(distance(firsts, expected["fixed_weights_0_5_0_2_0_3_rank1"])).toBeLessThan(0.015);
  });

  // Errors that all alternatives share decide this one.
  it("smaa-r-hansen-ordinal, whose weights keep no order", async () => {
    const { expected } = vectorOf("smaa-r-hansen-ordinal");
    const found = await robustnessOf(MOMENTS.hansen, {});
    expect(distance(found.acceptability, expected["rank_acceptability"])).toBeLessThan(0.015);
    const confidence = expected["confidence_factors"];
    expect(distance(found.confidence, confidence)).toBeLessThan(0.03);
    const { means, own, shared = [] } = MOMENTS.hansen;
    const apart = own.map((row, i) => row.map((size, j) => Math.hypot(size, shared[i]?.[j] ?? 0)));
    const independent = await robustnessOf({ means, own: apart }, {});
    expect(distance(independent.acceptability, expected["rank_acceptability"])).toBeGreaterThan(
      0.1,
    );
  });
});
