import { describe, expect, it } from "vitest";
import { sweepDocument } from "../../src/report/sweep/document.ts";
import { Tally } from "../../src/report/sweep/tally.ts";
import type { SweepHeader } from "../../src/report/sweep/types.ts";

const HEADER: SweepHeader = {
  schemaVersion: 1,
  kind: "sweep",
  tool: { name: "chipselect", version: "1" },
  workload: "Chat",
  fingerprint: "0",
  points: 4,
  axes: [{ key: "budget.monthly", values: ["1 USD", "2 USD", "3 USD", "4 USD"] }],
  chips: [],
  top: 1,
  shard: null,
};

/** The first sentence for points with these winners; null is a point without a feasible candidate. */
function verdict(...winners: (string | null)[]): unknown {
  const tally = new Tally();
  for (const winner of winners) tally.add({ winner, fault: null });
  const [first] = sweepDocument({ header: HEADER, tally, shown: null, file: null }).blocks;
  return first && "text" in first ? first.text : null;
}

describe("the verdict of a sweep", () => {
  it.each([
    [["a", "a"], "a wins at every point."],
    [["a", "b", "a"], "a wins most: 2 of 3 points."],
    [["b", "a", null], "a and b win most: 1 of 3 points each."],
    [["c", "b", "a"], "a, b and c win most: 1 of 3 points each."],
    [["d", "c", "b", "a"], "4 chips win most: 1 of 4 points each."],
    [[null, null], "No candidate meets every limit at any point."],
  ])("%j: %s", (winners, text) => {
    expect(verdict(...winners)).toBe(text);
  });

  it("tells the first of the points without a result", () => {
    const tally = new Tally();
    tally.add({ winner: "a", fault: null });
    tally.add({ winner: null, fault: "the first fault" });
    tally.add({ winner: null, fault: "the second" });
    const { blocks } = sweepDocument({ header: HEADER, tally, shown: [], file: null });
    expect(blocks).toContainEqual({
      kind: "paragraph",
      tone: "warn",
      text: "2 points have no result, as their values contradict each other; the first: the first fault",
    });
  });
});
