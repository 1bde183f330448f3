import { describe, expect, it } from "vitest";
import { sramArea, sramAreaRule } from "../../../src/check/rules/sram-area.ts";
import { EXAMPLE, edited, findings } from "../example.ts";

describe("CS3007 sram-area", () => {
  it("takes bit cells and the efficiency of real macros: 31.8 Mb/mm² at 3 nm (N3E)", () => {
    expect(1 / (sramArea(1e6 / 8, 3) ?? 0)).toBeCloseTo(31.8, 1);
    expect(sramArea(1e6, 16)).toBeNull();
  });

  it("takes a third of a Graphcore GC200: 900 MB on 823 mm² at 7 nm", () => {
    expect((sramArea(900e6, 7) ?? 0) / 823).toBeCloseTo(0.35, 2);
  });

  it("accepts 160 MB on 760 mm² at 5 nm and refuses 2 GB", () => {
    expect(findings(sramAreaRule, EXAMPLE)).toEqual([]);
    const [finding] = findings(sramAreaRule, edited(["sram: 96 MB", "sram: 2 GB"]));
    expect(finding?.path).toEqual(["onChip", "sram"]);
    expect(finding?.limit).toBe(380);
  });
});
