import { describe, expect, it } from "vitest";
import type { Stack } from "../../src/catalog/types.ts";
import { byServing } from "../../src/planner/stack-choice.ts";
import { planTask } from "../../src/planner/plan-task.ts";
import { lowerDecoder } from "../../src/workload/lower-transformer.ts";
import { device, stack } from "../support/chips.ts";
import { llama8b } from "../support/models.ts";
import { chat, hardware, prepared } from "../support/tasks.ts";

const BF16 = { weights: ["bf16"], activations: ["bf16"], cache: ["bf16"] } as const;

const order = (...stacks: Partial<Stack>[]): string[] =>
  byServing(
    stacks.map((fields) => device({ stack: stack(fields) })),
    chat({}),
    lowerDecoder(llama8b),
    BF16,
  ).map((on) => on.stack.id);

describe("the stack of a plan", () => {
  it("is the best supported one while no other serves clearly more", () => {
    const supported = { id: "supported", computeShare: 0.9, bandwidthShare: 0.9 };
    expect(order(supported, { id: "other", computeShare: 1, bandwidthShare: 1 })).toEqual([
      "supported",
      "other",
    ]);
  });

  it("is another one that serves more than a quarter more; the rest keep their order", () => {
    const supported = { id: "supported", computeShare: 0.4, bandwidthShare: 0.4 };
    const quick = { id: "quick", computeShare: 1, bandwidthShare: 1 };
    expect(order(supported, { ...supported, id: "second" }, quick)).toEqual([
      "quick",
      "supported",
      "second",
    ]);
  });

  it("does not become one that cannot run the formats", () => {
    const supported = { id: "supported", computeShare: 0.4, bandwidthShare: 0.4 };
    const quick = { id: "quick", precisions: ["int8"], weightOnly: [] } as const;
    expect(order(supported, quick)[0]).toBe("supported");
  });

  it("is the quick one in the plan too", () => {
    const slow = stack({ id: "slow", computeShare: 0.3, bandwidthShare: 0.3 });
    const on = hardware({ stacks: [slow, stack({ id: "quick" })] });
    const { feasible } = planTask(prepared(chat({}), llama8b), on, 1);
    expect(feasible?.settle().plan.stackId).toBe("quick");
  });
});
