import { describe, expect, it } from "vitest";
import { shownHandOvers, stagesOf } from "../../src/simulation/training-stages.ts";

describe("stages", () => {
  /** Llama team 2024, section 3.3.2: one layer less on the first and on the last of 16 stages of eight, for 126 layers. */
  it.each([
    [128, 16, { layers: 8, meanShare: 1, firstShare: 1, lastShare: 1 }],
    [127, 16, { layers: 8, meanShare: 127 / 128, firstShare: 1, lastShare: 7 / 8 }],
    [126, 16, { layers: 8, meanShare: 126 / 128, firstShare: 7 / 8, lastShare: 7 / 8 }],
    [96, 1, { layers: 96, meanShare: 1, firstShare: 1, lastShare: 1 }],
  ])("of %i layers on %i", (layers, pipeline, expected) => {
    expect(stagesOf(layers, pipeline)).toEqual(expected);
  });

  it("hand over once for each virtual stage each way, hidden only where they are interleaved", () => {
    expect(shownHandOvers(1, 0.75)).toBe(2);
    expect(shownHandOvers(4, 0.75)).toBe(2);
    expect(shownHandOvers(8, 0.75)).toBe(4);
  });
});
