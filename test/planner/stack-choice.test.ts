import { describe, expect, it } from "vitest";
import type { Stack } from "../../src/catalog/types.ts";
import { planTask } from "../../src/planner/plan-task.ts";
import { rivalOf } from "../../src/planner/stack-choice.ts";
import { device, stack } from "../support/chips.ts";
import { llama8b } from "../support/models.ts";
import { chat, hardware, prepared } from "../support/tasks.ts";

const rival = (...stacks: Partial<Stack>[]): string | undefined =>
  rivalOf(stacks.map((fields) => device({ stack: stack(fields) })))?.stack.id;

const slow = { id: "slow", computeShare: 0.5, bandwidthShare: 0.5 };

describe("the rival of the best supported stack", () => {
  it("is nobody while no other is clearly quicker", () => {
    expect(rival({ id: "alone" })).toBeUndefined();
    expect(rival({ computeShare: 0.95 }, { id: "other", computeShare: 1 })).toBeUndefined();
    expect(rival({ id: "quick" }, slow)).toBeUndefined();
  });

  it("is the quickest by its kernels", () => {
    expect(rival(slow, { id: "quick" }, { id: "middling", computeShare: 0.8 })).toBe("quick");
  });

  it("is judged by its fixed times too", () => {
    const host = { id: "host", stepOverheadSeconds: 0.05 };
    expect(rival(slow, host)).toBeUndefined();
    expect(rival(host, slow)).toBe("slow");
  });
});

describe("the stack of a plan", () => {
  const stackOf = (...stacks: Partial<Stack>[]): string | undefined => {
    const on = hardware({ stacks: stacks.map((fields) => stack(fields)) });
    const { feasible } = planTask(prepared(chat({}), llama8b), on, 1);
    return feasible?.settle().plan.stackId;
  };

  it("is the best supported one where the rival saves nothing", () => {
    expect(stackOf({ id: "first" }, { id: "other" })).toBe("first");
  });

  it("is the rival where its plan is cheaper", () => {
    const slowest = { id: "slow", computeShare: 0.1, bandwidthShare: 0.1 };
    expect(stackOf(slowest, { id: "quick" })).toBe("quick");
  });
});
