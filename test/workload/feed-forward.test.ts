import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedForwardOperators, touchedExperts } from "../../src/workload/feed-forward.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { deepseekV3, mixtral } from "../support/models.ts";
import { Generator } from "../../src/decision/robustness/generator.ts";
import { named, total } from "../support/totals.ts";

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
  /** Work of the routed experts of the busiest chip over an even share of it. */
  const overEvenShare = (tensor: number, expert: number, tokens: number): number => {
    const groups = Math.max(1, expert / tensor);
    const sharding = { ...UNSHARDED, tensor, expert, data: groups };
    const ops = feedForwardOperators(deepseekV3.shape, tokens, sharding);
    const routed = ops.filter(({ name }) => name.startsWith("moe.experts"));
    const whole = 58 * 8 * 3 * 2 * 7168 * 2048 * tokens * groups;
    return (total({ operators: routed, collectives: [] }, "operations") * tensor * groups) / whole;
  };
  const tokens = fc.integer({ min: 1, max: 4096 });

  it("does the work of k experts per token where every chip holds a slice of each", () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 4, 8), tokens, (tensor, count) => {
        expect(overEvenShare(tensor, 1, count)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("waits for the busiest chip where experts are spread whole, the less the more tokens there are", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 4, 8),
        fc.constantFrom(2, 4, 8, 16, 32),
        tokens,
        (tensor, expert, count) => {
          const share = overEvenShare(tensor, expert, count);
          expect(share).toBeGreaterThan(1);
          expect(share).toBeLessThanOrEqual(expert);
          expect(overEvenShare(tensor, expert, 2 * count)).toBeLessThanOrEqual(share + 1e-9);
        },
      ),
    );
    expect(overEvenShare(8, 8, 100_000)).toBeLessThan(1.01);
  });

  it.each([1, 4, 16, 64, 256])(
    "gives the busiest of 8 chips what drawing 8 of 256 experts for each of %d tokens gives",
    (count) => {
      const drawn = busiestByDrawing(count);
      // Each of the eight attention groups brings an eighth of the tokens.
      const sharding = { ...UNSHARDED, expert: 8, data: 8 };
      const operators = feedForwardOperators(deepseekV3.shape, count / 8, sharding);
      const { groups: touched, m: rows } = named({ operators, collectives: [] }, "moe.experts.up");
      expect(touched / drawn.touched).toBeGreaterThan(0.88);
      expect(touched / drawn.touched).toBeLessThan(1.12);
      expect((touched * rows) / drawn.tokens).toBeGreaterThan(0.88);
      expect((touched * rows) / drawn.tokens).toBeLessThan(1.12);
    },
  );
});

/** Means over 2,000 steps of what the chip with the most tokens, and the one with the most touched experts, get. */
function busiestByDrawing(count: number): { tokens: number; touched: number } {
  const random = new Generator(1);
  let tokens = 0;
  let touched = 0;
  const steps = 2000;
  for (let step = 0; step < steps; step += 1) {
    const hits = new Float64Array(256);
    for (let token = 0; token < count; token += 1) {
      const chosen = new Set<number>();
      while (chosen.size < 8) chosen.add(Math.floor(256 * random.uniform()));
      for (const expert of chosen) hits[expert] = (hits[expert] ?? 0) + 1;
    }
    const chips = Array.from({ length: 8 }, (_, chip) => hits.subarray(32 * chip, 32 * chip + 32));
    tokens += Math.max(...chips.map((own) => own.reduce((sum, hit) => sum + hit, 0)));
    touched += Math.max(...chips.map((own) => own.filter((hit) => hit > 0).length));
  }
  return { tokens: tokens / steps, touched: touched / steps };
}
