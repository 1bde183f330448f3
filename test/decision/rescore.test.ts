import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rank } from "../../src/decision/rank.ts";
import { rescoring } from "../../src/decision/rescore.ts";
import { DEFAULT_WEIGHTS } from "../../src/input/default-weights.ts";
import { assessed, plan, references, taskPlan } from "./assessed-fixture.ts";
import { workload } from "./workload-fixture.ts";

const usd = fc.double({ min: 1_000, max: 1e8, noNaN: true });

describe("scores without anything beside them", () => {
  it("are those of the ranking, measured anew or from known figures, on whatever ranges", () => {
    fc.assert(
      fc.property(usd, fc.double({ min: 1, max: 3, noNaN: true }), usd, (cost, headroom, ideal) => {
        const tasks = [taskPlan({ capacityPerSecond: 10 * headroom })];
        const candidate = assessed({ plan: plan({ tasks }, cost) });
        const context = {
          workload: workload({ weights: DEFAULT_WEIGHTS }),
          references: references({ idealCostUsd: ideal }),
        };
        const { criteria, contenders } = rank({ ...context, candidates: [candidate] });
        const [ranked] = contenders;
        const scores = rescoring(criteria, context);
        expect(scores.measured(candidate)).toBeCloseTo(ranked?.score ?? NaN, 12);
        expect(scores.known(ranked?.criteria ?? [])).toBeCloseTo(ranked?.score ?? NaN, 12);
      }),
    );
  });
});
