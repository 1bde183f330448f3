import { describe, expect, it } from "vitest";
import { lowerTraining } from "../../src/workload/training-program.ts";
import { backwardStep } from "../../src/workload/backward.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { llama8b } from "../support/models.ts";

describe("collectives of the backward pass", () => {
  const split = { ...UNSHARDED, tensor: 2, context: 4 };
  const forward = lowerTraining(llama8b).forward(1, 8192, split);
  const { collectives } = backwardStep(forward, 1);

  it("gather keys and values again and scatter their gradients", () => {
    // Llama 3 8B: 8,192 tokens of four heads of 128, keys and values, in each of 32 layers.
    const elements = 8192 * 2 * 4 * 128;
    expect(collectives.filter(({ group }) => group === "context")).toMatchObject([
      { kind: "all-gather", count: 32, elements },
      { kind: "reduce-scatter", count: 32, elements },
    ]);
  });

  it("are otherwise those of the forward pass", () => {
    const others = (of: typeof collectives) => of.filter(({ group }) => group !== "context");
    expect(others(collectives)).toEqual(others(forward.collectives));
  });
});
