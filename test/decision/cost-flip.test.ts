import { describe, expect, it } from "vitest";
import { costFlip } from "../../src/decision/cost-flip.ts";

const range = { worst: 1_000_000, best: 1_000 };

describe("the cost at which the second catches up", () => {
  // A margin of .1 at weight .3 is a third of the range, and a third of three decades is a factor of ten.
  it("is a factor on the log scale", () => {
    const flip = costFlip(2_000, 5_000, 0.1, 0.3, range, "log");
    expect(flip).toMatchObject({ who: "winner", fromUsd: 2_000 });
    expect(flip?.toUsd).toBeCloseTo(20_000, 6);
  });

  it("is the second's when the winner's cannot fall far enough in value", () => {
    const flip = costFlip(500_000, 200_000, 0.1, 0.3, range, "log");
    expect(flip).toMatchObject({ who: "second", fromUsd: 200_000 });
    expect(flip?.toUsd).toBeCloseTo(20_000, 6);
  });

  it("counts from where the value begins to fall when the winner is cheaper than the range", () => {
    const flip = costFlip(500, 5_000, 0.1, 0.3, range, "log");
    expect(flip?.who).toBe("winner");
    expect(flip?.toUsd).toBeCloseTo(10_000, 6);
    // Twenty times dearer for the winner: a tenth of 20 000 for the second is the smaller change.
    expect(costFlip(500, 20_000, 0.1, 0.3, range, "log")?.who).toBe("second");
  });

  it("does not exist when cost weighs nothing or too little", () => {
    expect(costFlip(2_000, 5_000, 0.1, 0, range, "log")).toBeNull();
    expect(costFlip(2_000, 5_000, 0.5, 0.3, range, "log")).toBeNull();
  });
});
