import { describe, expect, it } from "vitest";
import { packTasks, type PlannedTask } from "../../src/planner/pack-tasks.ts";
import { planTask } from "../../src/planner/plan-task.ts";
import { system } from "../support/chips.ts";
import { llama8b } from "../support/models.ts";
import { chat, hardware, prepared } from "../support/tasks.ts";

/** A task that keeps `chipShare` of a chip busy, with an answer after a second where 1.6 are allowed. */
function planned(chipShare: number): PlannedTask {
  const limit = { limitSeconds: 1.6, percentile: null };
  const task = chat({ latency: { ...chat().latency, endToEnd: limit } });
  const { feasible } = planTask(prepared(task, llama8b), hardware(), 1);
  if (!feasible) throw new Error("no feasible plan");
  const { plan, limits } = feasible.settle();
  return {
    device: feasible.device,
    chips: 1,
    turnSeconds: null,
    plan: {
      ...plan,
      chipShare,
      chipsPerReplica: 1,
      metrics: { ...plan.metrics, memoryBytesPerChip: 1e9 },
    },
    limits: limits.map((each) => (each.unit === "s" ? { ...each, value: 1 } : each)),
  };
}

const three = (chipShare: number) =>
  packTasks([planned(chipShare), planned(chipShare), planned(chipShare)], system());

describe("three tasks that a little more than one chip would hold", () => {
  it("share two: the others stretch each answer by 1 / (1 − 0.3), which is within 1.6", () => {
    expect(three(0.3)).toMatchObject({ chips: 2, shared: true });
  });

  it("share two as well where one would hold them but answer too late, by 1 / (1 − 0.56): less work never takes more chips", () => {
    expect(three(0.28)).toMatchObject({ chips: 2, shared: true });
  });

  it("share one where it answers in time, and none where no number does", () => {
    expect(three(0.15)).toMatchObject({ chips: 1, shared: true });
    expect(three(0.8)).toMatchObject({ chips: 3, shared: false });
  });
});
