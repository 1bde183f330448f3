import { describe, expect, it } from "vitest";
import { exportClass } from "../../src/catalog/export-class.ts";
import { chipFiles } from "./chips-on-disk.ts";

const chips = new Map(chipFiles().map(({ chip }) => [chip.id, chip]));

function classOf(id: string, changes: { peak?: number; area?: number | null } = {}) {
  const chip = chips.get(id);
  if (chip === undefined) throw new Error(`no chip ${id}`);
  const { peak, area } = changes;
  return exportClass({
    ...chip,
    ...(peak === undefined ? {} : { peakOpsPerSecond: { int8: peak } }),
    process: {
      ...chip.process,
      ...(area === undefined ? {} : { dieAreaSquareMillimetres: area }),
    },
  });
}

describe("total processing performance", () => {
  // Worked examples of the figure `export.example_tpp` (BIS) in the economics data.
  it.each([
    ["a100-40-sxm", 4992],
    ["h100-sxm", 15_832],
    ["h200-sxm", 15_832],
    ["h20", 2368],
    ["rtx4090", 5285],
    ["l40s", 5864],
    ["l4", 1940],
    ["b200-sxm", 36_000],
  ])("of %s is %i", (id, expected) => {
    expect(classOf(id).totalProcessingPerformance).toBeCloseTo(expected, -1);
  });

  it("takes the format with the largest product of rate and bits", () => {
    // MI325X: 2614.9 TFLOP/s FP8 × 8 = 20,919, "about 20,900" in the figure export.jan2026_china.
    expect(classOf("mi325x").totalProcessingPerformance).toBeCloseTo(20_919, -1);
  });
});

describe("ECCN 3A090", () => {
  it.each(["a100-80-sxm", "h100-sxm", "h800-sxm", "l40s", "rtx4090", "mi300x", "l4"])(
    "%s falls under paragraph a (named in the vendors' notices of October 2023, or larger)",
    (id) => {
      expect(classOf(id).category).toBe("3A090.a");
    },
  );

  it("L40 falls under paragraph b: 2896 at 4.8 per mm²", () => {
    expect(classOf("l40").category).toBe("3A090.b");
  });

  it.each(["h20", "l20"])("%s was made to stay outside both", (id) => {
    expect(classOf(id).category).toBe("none");
  });

  it("H20: performance density 2.9 on 814 mm²", () => {
    expect(classOf("h20").performanceDensity).toBeCloseTo(2.9, 1);
  });

  it("exempts consumer chips below 4800", () => {
    expect(classOf("rtx3090").category).toBe("none");
  });

  // An L20 with other figures: thresholds of the figures export.3A090a and export.3A090b, area 100 mm².
  it.each([
    ["at 4800", 600, 100, "3A090.a"],
    ["just below 4800, density above 5.92", 599, 100, "3A090.a"],
    ["2400, density just below 5.92", 300, 410, "3A090.b"],
    ["2400, density 1.6", 300, 1500, "3A090.b"],
    ["2400, density just below 1.6", 300, 1501, "none"],
    ["1600, density 5.92", 200, 270, "3A090.a"],
    ["1600, density 3.2", 200, 500, "3A090.b"],
    ["1600, density just below 3.2", 200, 501, "none"],
    ["just below 1600", 199.9, 10, "none"],
  ])("%s", (_, tops, area, category) => {
    expect(classOf("l20", { peak: tops * 1e12, area }).category).toBe(category);
  });

  it("is unknown where an unknown die area would decide, and without any peak", () => {
    expect(classOf("l20", { peak: 300e12, area: null }).category).toBe("unknown");
    expect(classOf("l20", { peak: 700e12, area: null }).category).toBe("3A090.a");
    const mi350p = classOf("mi350p");
    expect(mi350p).toEqual({
      totalProcessingPerformance: null,
      performanceDensity: null,
      category: "unknown",
    });
  });
});
