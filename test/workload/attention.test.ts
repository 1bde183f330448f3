import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visibleTokens } from "../../src/workload/attention.ts";

/** Keys that each new token sees, counted one by one. */
function counted(cached: number, fresh: number, causal: boolean, window: number | null): number {
  let sum = 0;
  for (let token = 1; token <= fresh; token++) {
    const past = causal ? cached + token : cached + fresh;
    sum += Math.min(past, window ?? past);
  }
  return sum / fresh;
}

describe("tokens that a query sees on average", () => {
  it("equal the count over the mask, with and without window and causality", () => {
    const tokens = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        tokens,
        fc.boolean(),
        fc.option(tokens),
        (cachedTokens, newTokens, causal, window) => {
          const seen = visibleTokens({ batch: 1, cachedTokens, newTokens, causal }, window);
          expect(seen).toBeCloseTo(counted(cachedTokens, newTokens, causal, window), 9);
        },
      ),
    );
  });
});
