import { describe, expect, it } from "vitest";
import { dieReticle } from "../../../src/check/rules/die-reticle.ts";
import { edited, findings } from "../example.ts";

const area = (text: string): readonly [string, string] => ["dieArea: 760 mm2", text];

describe("CS3004 die-reticle", () => {
  it("accepts 858 mm² and refuses 859", () => {
    expect(findings(dieReticle, edited(area("dieArea: 858 mm2")))).toEqual([]);
    const [finding] = findings(dieReticle, edited(area("dieArea: 859 mm2")));
    expect(finding).toMatchObject({ path: ["process", "dieArea"], value: 859, limit: 858 });
    expect(finding?.help).toBe("process.dieArea ≤ 858 mm2 would pass, or process.dies ≥ 2");
  });

  it("divides the area by the dies, unless the largest is stated", () => {
    const chiplets = edited(area("dieArea: 1700 mm2"), ["dies: 1", "dies: 2"]);
    expect(findings(dieReticle, chiplets)).toEqual([]);
    const uneven = edited(area("dieArea: 1700 mm2\n  largestDie: 900 mm2"), ["dies: 1", "dies: 4"]);
    expect(findings(dieReticle, uneven)[0]).toMatchObject({
      path: ["process", "largestDie"],
      value: 900,
    });
  });

  it("looks at the sides: 20 × 34 mm is small enough and still does not fit", () => {
    const long = edited(area("dieArea: 680 mm2\n  dieWidth: 20 mm\n  dieHeight: 34 mm"));
    expect(findings(dieReticle, long)[0]?.message).toContain("34 × 20 mm");
  });
});
