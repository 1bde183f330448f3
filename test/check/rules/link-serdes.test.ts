import { describe, expect, it } from "vitest";
import { linkSerdes } from "../../../src/check/rules/link-serdes.ts";
import { EXAMPLE, edited, findings } from "../example.ts";

describe("CS3006 link-serdes", () => {
  it("accepts 400 GB/s on 32 lanes of 112 Gb/s, which carry 448", () => {
    expect(findings(linkSerdes, EXAMPLE)).toEqual([]);
  });

  it("asks whether both directions were added up at twice that", () => {
    const [finding] = findings(linkSerdes, edited(["bandwidth: 400 GB/s", "bandwidth: 896 GB/s"]));
    expect(finding).toMatchObject({
      path: ["links", "scaleUp", "bandwidth"],
      limit: 448e9,
      missedBy: 1,
    });
    expect(finding?.message).toContain("are both directions added up?");
    expect(finding?.help).toContain("links.scaleUp.lanes ≥ 64");
  });

  it("refuses lanes beyond CEI-224G", () => {
    const [finding] = findings(linkSerdes, edited(["laneRate: 112 Gb/s", "laneRate: 448 Gb/s"]));
    expect(finding?.path).toEqual(["links", "scaleUp", "laneRate"]);
  });
});
