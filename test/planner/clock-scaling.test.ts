import { describe, expect, it } from "vitest";
import type { InferenceTask, Task } from "../../src/input/workload-types.ts";
import { planWorkload } from "../../src/planner/plan-workload.ts";
import { chat, constraints, hardware, prepared, pretraining, workload } from "../support/tasks.ts";
import { h100 } from "../support/chips.ts";
import { llama8b } from "../support/models.ts";

function planned(task: Task, clockScaling: boolean, ownership: "own" | "rent" = "own") {
  const wanted = workload([task], {
    constraints: constraints({ clockScaling }),
    budget: { ownership },
  });
  const result = planWorkload(wanted, [prepared(task, llama8b)], hardware({ chip: h100() }), 1);
  const [first] = result.plan?.tasks ?? [];
  if (!result.ok || !first) throw new Error("no plan");
  return { ...result.plan, clock: first.clockFraction, limits: result.limits };
}

const latency: InferenceTask["latency"] = {
  timeToFirstToken: { limitSeconds: 0.5, percentile: null },
  timePerOutputToken: null,
  endToEnd: null,
};

describe("chips that may run below their nominal clock", () => {
  it.each(["own", "rent"] as const)(
    "take less energy for a service, at no higher cost, on as many chips, within every limit (%s)",
    (ownership) => {
      const nominal = planned(chat({ latency }), false, ownership);
      const scaled = planned(chat({ latency }), true, ownership);
      expect(nominal.clock).toBe(1);
      expect(scaled.clock).toBeLessThan(1);
      expect(scaled.chips).toBe(nominal.chips);
      expect(scaled.energyJoulesOverHorizon).toBeLessThan(nominal.energyJoulesOverHorizon);
      expect(scaled.cost.totalUsd).toBeLessThanOrEqual(nominal.cost.totalUsd);
      expect(scaled.limits.every(({ pass }) => pass)).toBe(true);
    },
  );

  it("keep it for a training run on servers whose hosts draw as much as their chips, time to spare or not", () => {
    expect(planned(pretraining({ deadlineSeconds: 864_000 }), true).clock).toBe(1);
  });

  it("keep it where the deadline leaves no time", () => {
    const [first] = planned(pretraining(), false).tasks;
    const deadlineSeconds = (first?.metrics.trainingSeconds ?? NaN) * 1.001;
    expect(planned(pretraining({ deadlineSeconds }), true).clock).toBe(1);
  });
});
