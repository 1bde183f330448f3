import { describe, expect, it } from "vitest";
import type { InferenceTask } from "../../../src/input/workload-types.ts";
import type { Serving } from "../../../src/planner/serving/serving.ts";
import { settled } from "../../../src/planner/serving/settled.ts";
import { resolveFormats } from "../../../src/simulation/formats.ts";
import { servingBase, servingPoint, type ServingPoint } from "../../../src/simulation/serving.ts";
import { lowerDecoder } from "../../../src/workload/lower-transformer.ts";
import { UNSHARDED } from "../../../src/workload/types.ts";
import { device } from "../../support/chips.ts";
import { llama8b } from "../../support/models.ts";
import { chat } from "../../support/tasks.ts";

const on = device();
const formats = resolveFormats(on, "bf16", "bf16", "bf16");

function serving(load: InferenceTask["load"], demand: number): Serving {
  if (!formats) throw new Error("no BF16");
  const task = chat({ load });
  const base = servingBase({
    program: lowerDecoder(llama8b),
    device: on,
    formats,
    sharding: UNSHARDED,
    inputTokens: task.inputLength.mean,
    outputTokens: task.outputLength.mean,
  });
  return {
    task,
    base,
    point: servingPoint(base, 256),
    option: {
      device: on,
      formats,
      precision: { weights: "bf16", activations: "bf16", cache: "bf16" },
    },
    head: { taskId: task.id, modelId: llama8b.id, compression: [], accuracyRisk: "none" },
    demand,
    demandFactor: 1,
    pool: null,
    quickestSeconds: () => 0,
    settled: new Map(),
  };
}

/** The batch at which a figure that grows with it reaches a level, by halving. */
function root(of: Serving, figure: (point: ServingPoint) => number, level: number): number {
  let low = 1e-6;
  let high = 256;
  for (let round = 0; round < 60; round++) {
    const middle = Math.sqrt(low * high);
    if (figure(servingPoint(of.base, middle)) < level) low = middle;
    else high = middle;
  }
  return high;
}

// A step of the grid is 2.9 %.
const GRID = 2 ** (1 / 24) + 1e-9;

describe("the state in which a replica settles", () => {
  const full = servingPoint(serving({ kind: "rate", requestsPerSecond: 1 }, 1).base, 256);

  it.each([0.001, 0.05, 0.3, 0.7, 0.95, 0.999])(
    "holds the fewest sequences that keep up with %d of what it can do, by halving to the next of the grid",
    (share) => {
      const demand = share * full.requestsPerSecond;
      const of = serving({ kind: "rate", requestsPerSecond: demand }, demand);
      const { actual } = settled(of, 1);
      const exact = root(of, (point) => point.requestsPerSecond, demand);
      expect(actual.requestsPerSecond).toBeGreaterThanOrEqual(demand * (1 - 1e-9));
      expect(actual.batch).toBeGreaterThanOrEqual(exact * (1 - 1e-6));
      expect(actual.batch).toBeLessThanOrEqual(exact * GRID);
    },
  );

  it.each([1, 8, 60, 300])("holds those of %d users that are not thinking", (users) => {
    const thinkSeconds = 20;
    const of = serving({ kind: "users", concurrentUsers: users, thinkSeconds }, 1);
    const { actual } = settled(of, 1);
    const present = (point: ServingPoint): number =>
      point.batch + point.requestsPerSecond * thinkSeconds;
    const exact = root(of, present, users);
    expect(actual.batch).toBeGreaterThanOrEqual(exact * (1 - 1e-6));
    expect(actual.batch).toBeLessThanOrEqual(exact * GRID);
  });

  it("is the fullest where even that does not keep up", () => {
    const of = serving({ kind: "rate", requestsPerSecond: 1e6 }, 1e6);
    expect(settled(of, 1).actual).toBe(of.point);
  });
});
