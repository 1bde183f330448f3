import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedForwardOperators, touchedExperts } from "../../src/workload/feed-forward.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { deepseekV3, mixtral } from "../support/models.ts";
import { total } from "../support/totals.ts";

const moe = mixtral.shape.experts;
if (!moe) throw new Error("Mixtral has experts");

describe("distinct experts that a batch touches", () => {
  it("are those of one token, then E·(1 − (1 − k/E)^T) on average", () => {
    expect(touchedExperts(moe, 1)).toBeCloseTo(2);
    expect(touchedExperts(moe, 2)).toBeCloseTo(8 * (1 - 0.75 ** 2));
    expect(touchedExperts(moe, 1000)).toBeCloseTo(8);
  });
});

describe("mixture of experts", () => {
  it("does the work of k experts per token, however the experts are spread", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 4, 8),
        fc.constantFrom(1, 2, 4, 8, 16, 32),
        fc.integer({ min: 1, max: 4096 }),
        (tensor, expert, tokens) => {
          const groups = Math.max(1, expert / tensor);
          const sharding = { ...UNSHARDED, tensor, expert, data: groups };
          const ops = feedForwardOperators(deepseekV3.shape, tokens, sharding);
          const routed = ops.filter(({ name }) => name.startsWith("moe.experts"));
          const step = { operators: routed, collectives: [] };
          const chips = tensor * groups;
          const whole = 58 * 8 * 3 * 2 * 7168 * 2048 * tokens * groups;
          expect((total(step, "operations") * chips) / whole).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
