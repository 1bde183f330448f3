import { describe, expect, it } from "vitest";
import { rank } from "../../src/decision/rank.ts";
import { rescoring } from "../../src/decision/rescore.ts";
import type { ValueShape } from "../../src/input/matrix/matrix-types.ts";
import { assessed, plan, references, taskPlan } from "./assessed-fixture.ts";
import { workload } from "./workload-fixture.ts";

/** The cell of one criterion, judged by a value function of the file; 15 requests a second can be served, 10 are wanted. */
function judged(id: "cost" | "performance", shape: ValueShape, usd = 100_000) {
  const tasks = [taskPlan({ capacityPerSecond: 15, demandPerSecond: 10 })];
  const candidate = assessed({ plan: plan({ tasks }, usd) });
  const context = {
    workload: workload({ weights: { [id]: 1 }, values: { [id]: shape } }),
    references: references(),
  };
  const { criteria, contenders } = rank({ ...context, candidates: [candidate] });
  return {
    info: criteria.find((each) => each.id === id),
    cell: contenders[0]?.criteria.find((each) => each.id === id),
    score: contenders[0]?.score,
    rescored: rescoring(criteria, context).measured(candidate),
  };
}

describe("a value function of the workload takes the place of the criterion's own", () => {
  // By hand: halfway from 200 to 0 thousand; halfway on the logarithm from a million to ten thousand; 2/3 of the way down from 1 to
  // 0.4 between 40 and 130 thousand; 1 − e^−2·0.5 over 1 − e^−2; 0.5 of the way from 1 to the target of 2.
  it.each<["cost" | "performance", ValueShape, number]>([
    ["cost", { kind: "linear", worst: 200_000, best: 0 }, 0.5],
    ["cost", { kind: "log", worst: 1_000_000, best: 10_000 }, 0.5],
    [
      "cost",
      {
        kind: "piecewise",
        points: [
          [40_000, 1],
          [130_000, 0.4],
        ],
      },
      0.6,
    ],
    ["performance", { kind: "saturating", worst: 1, enough: 2, curvature: 2 }, 0.731_058_579],
    ["performance", { kind: "target", low: 1, target: 2, high: 4 }, 0.5],
  ])("%s, %j: %f", (id, shape, value) => {
    const { info, cell, score, rescored } = judged(id, shape);
    expect(cell?.normalised).toBeCloseTo(value, 9);
    expect(score).toBeCloseTo(value, 9);
    expect(rescored).toBeCloseTo(value, 9);
    expect(info?.shape).toEqual(shape);
  });

  it("says that a figure outside was clipped, but not that more than enough is worth no more", () => {
    expect(judged("cost", { kind: "linear", worst: 80_000, best: 0 }).cell).toMatchObject({
      normalised: 0,
      clipped: true,
    });
    const enough = { kind: "saturating", worst: 1, enough: 1.2, curvature: 0 } as const;
    expect(judged("performance", enough).cell).toMatchObject({ normalised: 1, clipped: false });
  });
});
