import { describe, expect, it } from "vitest";
import { missingFigures } from "../../../src/check/rules/missing-figures.ts";
import { EXAMPLE, edited, findings } from "../example.ts";

describe("CS3011 missing-figures", () => {
  it("finds nothing in a whole spec", () => {
    expect(findings(missingFigures, EXAMPLE)).toEqual([]);
  });

  it("says which links are ignored because something of them is missing", () => {
    const [finding] = findings(missingFigures, edited(["    chips: 8\n", ""]));
    expect(finding?.message).toContain("ignored because they are incomplete: links.scaleUp");
  });

  it("tells apart what is unknown, what peers stand in for, and what keeps other rules silent", () => {
    const bare = edited(
      ["  dieArea: 760 mm2\n", ""],
      ["price: 8 k USD\n", ""],
      ["  stacks: 4\n", ""],
    );
    const [finding, ...others] = findings(missingFigures, bare);
    expect(others).toEqual([]);
    expect(finding?.message).toBe(
      "not stated: process.dieArea; estimated from peers: price; not stated, so that other rules stay silent: memory.stacks",
    );
  });
});
