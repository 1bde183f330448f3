import { describe, expect, it } from "vitest";
import { powerDensity } from "../../../src/check/rules/power-density.ts";
import { catalog, EXAMPLE, edited, findings } from "../example.ts";

describe("CS3005 power-density", () => {
  it("accepts 450 W on 760 mm²", () => {
    expect(findings(powerDensity, EXAMPLE)).toEqual([]);
  });

  it("shows what is denser than every chip of the same deployment", () => {
    const [finding] = findings(powerDensity, edited(["tdp: 450 W", "tdp: 1500 W"]));
    expect(finding?.path).toEqual(["power", "tdp"]);
    // 1500 ÷ 760
    expect(finding?.value).toBeCloseTo(1.9737, 3);
    const densities = catalog.chips.flatMap(({ deployment, name, tdpWatts, process, estimated }) =>
      deployment === "datacenter" && !/GH200/u.test(name) && !estimated.includes("tdpWatts")
        ? [(tdpWatts ?? 0) / (process.dieAreaSquareMillimetres ?? Number.POSITIVE_INFINITY)]
        : [],
    );
    expect(finding?.limit).toBeCloseTo(Math.max(...densities), 9);
  });
});
