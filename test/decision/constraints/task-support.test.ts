import { describe, expect, it } from "vitest";
import { taskSupport } from "../../../src/decision/constraints/task-support.ts";
import { stack } from "../assessed-fixture.ts";
import { constraints, inferenceTask, trainingTask, workload } from "../workload-fixture.ts";
import { context, modelOf } from "./constraint-fixture.ts";

describe("software for the tasks", () => {
  const vision = stack({ id: "vision", phases: ["inference"] });
  const llm = stack({ id: "llm", phases: ["llm-inference"] });

  it("asks for a language-model stack where a decoder is served", () => {
    expect(taskSupport.check(context({ stacks: [llm] }))?.pass).toBe(true);
    const missed = taskSupport.check(context({ stacks: [vision] }));
    expect(missed?.pass).toBe(false);
    expect(missed?.message).toBe(
      "Test GPU has no stack for task chat (needs llm-inference); its usable stacks: vision.",
    );
  });

  it("serves speech models from either kind of stack", () => {
    const models = new Map([["chat", modelOf("encoder-decoder")]]);
    expect(taskSupport.check(context({ models, stacks: [llm] }))?.pass).toBe(true);
    expect(taskSupport.check(context({ models, stacks: [vision] }))?.pass).toBe(true);
  });

  it("may serve each task from another stack, but leaves none out", () => {
    const tasks = [inferenceTask(), inferenceTask({ id: "see" }), trainingTask()];
    const models = new Map([
      ["chat", modelOf("decoder")],
      ["see", modelOf("blocks")],
      ["pretrain", modelOf("decoder")],
    ]);
    const check = (stacks: readonly ReturnType<typeof stack>[]) =>
      taskSupport.check(context({ stacks, models, workload: workload({ tasks }) }));
    expect(check([llm, vision, stack({ id: "train", phases: ["training"] })])?.pass).toBe(true);
    expect(check([llm, vision])?.message).toContain("task pretrain (needs training)");
  });

  it("does not count a stack that the workload denies", () => {
    const denied = workload({ constraints: constraints({ stacks: { allow: [], deny: ["llm"] } }) });
    expect(taskSupport.check(context({ stacks: [llm], workload: denied }))?.pass).toBe(false);
  });
});
