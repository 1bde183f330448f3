import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestReplicas } from "../../src/planner/fewest-replicas.ts";

describe("replicas", () => {
  it("are the fewest that pass, up to the largest multiple", () => {
    const count = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(count, count, (needed, enough) => {
        const found = fewestReplicas(needed, [1, 1.5, 4], (replicas) => replicas >= enough);
        const expected = Math.max(needed, enough);
        expect(found).toBe(expected <= 4 * needed ? expected : null);
      }),
    );
  });
});
