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

  it("come with the parts of a name in another order", () => {
    const cards = ["a10", "a100-80-sxm", "h100-sxm", "p100-sxm2"];
    expect(nearest("a100-sxm-80", cards)[0]).toBe("a100-80-sxm");
    expect(nearest("a100-sxm-80gb", cards)[0]).toBe("a100-80-sxm");
  });

  it("prefer a name that has all of the word to another word that is one letter off", () => {
    expect(nearest("h100", ["b100", "h100-nvl", "h100-sxm"])).toEqual([
      "h100-nvl",
      "h100-sxm",
      "b100",
    ]);
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
