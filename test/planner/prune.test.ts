import { describe, expect, it } from "vitest";
import { pruneProgram } from "../../src/planner/prune.ts";
import { lowerDecoder } from "../../src/workload/lower-transformer.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { llama8b } from "../support/models.ts";
import { total } from "../support/totals.ts";

const whole = lowerDecoder(llama8b);
const step = whole.decode(1, 100, 0, UNSHARDED);
const pruned = (pattern: "structured" | "2:4" | "unstructured") =>
  pruneProgram(whole, pattern, 0.5);

describe("pruning half of the weights", () => {
  it.each(["structured", "2:4"] as const)("%s halves weights and work", (pattern) => {
    const half = pruned(pattern);
    const after = half.decode(1, 100, 0, UNSHARDED);
    expect(half.weightElements).toBe(whole.weightElements / 2);
    for (const figure of ["operations", "weightElements"] as const) {
      expect(total(after, figure, "matmul")).toBeCloseTo(total(step, figure, "matmul") / 2, 0);
    }
  });

  it("without a pattern saves a quarter of the bytes, as each value needs its place, and no work", () => {
    const scattered = pruned("unstructured");
    expect(scattered.weightElements).toBe(0.75 * whole.weightElements);
    const after = scattered.decode(1, 100, 0, UNSHARDED);
    expect(total(after, "operations")).toBe(total(step, "operations"));
  });

  it("leaves the cache as it is", () => {
    const after = pruned("2:4").decode(1, 100, 0, UNSHARDED);
    expect(total(after, "cacheElements")).toBe(total(step, "cacheElements"));
  });
});
