import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "../../src/units/nearest.ts";

describe("the edit distance", () => {
  // Worked by hand; "kitten" to "sitting" is the textbook pair of the Levenshtein distance.
  it.each([
    ["kitten", "sitting", 3],
    ["bugdet", "budget", 1],
    ["", "abc", 3],
    ["same", "same", 0],
  ])("%s to %s is %d", (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
    expect(editDistance(right, left)).toBe(distance);
  });
});

describe("the nearest names", () => {
  const chips = ["h100-sxm", "h100-pcie", "h200-sxm", "mi300x", "orin-nx-16"];

  it("come with swapped letters, other case and other punctuation", () => {
    expect(nearest("H100_SXM", chips)[0]).toBe("h100-sxm");
    expect(nearest("mi30x0", chips)).toEqual(["mi300x"]);
  });

  it("include those that the word abbreviates", () => {
    expect(nearest("h100", chips)).toEqual(["h100-pcie", "h100-sxm"]);
  });

  it("are none when nothing is alike", () => {
    expect(nearest("potato", chips)).toEqual([]);
    expect(nearest("", chips)).toEqual([]);
  });

  it("do not depend on the order of the candidates", () => {
    expect(nearest("h100", chips.toReversed())).toEqual(nearest("h100", chips));
  });

  it("are not sought for a text that is no name", () => {
    expect(nearest("h100-sxm".repeat(1000), chips)).toEqual([]);
  });
});
