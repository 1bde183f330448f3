import { describe, expect, it } from "vitest";
import { memoryBeachfront } from "../../../src/check/rules/memory-beachfront.ts";
import { EXAMPLE, edited, findings } from "../example.ts";

const WIDE = ["  dies: 1\n", "  dies: 1\n  dieWidth: 23 mm\n  dieHeight: 33 mm\n"] as const;

describe("CS3003 memory-beachfront", () => {
  it("accepts four stacks along 760 mm²", () => {
    expect(findings(memoryBeachfront, EXAMPLE)).toEqual([]);
  });

  it("has room for six stacks along two sides of 33 mm, as H100 has, and not for seven", () => {
    expect(findings(memoryBeachfront, edited(["stacks: 4", "stacks: 6"], WIDE))).toEqual([]);
    const [finding] = findings(memoryBeachfront, edited(["stacks: 4", "stacks: 7"], WIDE));
    expect(finding).toMatchObject({ path: ["memory", "stacks"], value: 7, limit: 6 });
  });

  it("counts the sides of every die", () => {
    const two = edited(["stacks: 4", "stacks: 8"], ["dies: 1", "dies: 2"], ["760 mm2", "1520 mm2"]);
    expect(findings(memoryBeachfront, two)).toEqual([]);
  });
});
