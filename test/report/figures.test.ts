import { assert, double, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseScale, describeNumber, percent, significant } from "../../src/report/figures.ts";

describe("figures in reports", () => {
  it.each([
    [0, "0"],
    [0.0213, "0.0213"],
    [1.2, "1.20"],
    [12.34, "12.3"],
    [999.6, "1000"],
    [1234, "1230"],
    [123_456_789, "1.23e8"],
    [0.000_012_34, "1.23e-5"],
    [-2.5, "-2.50"],
    [Number.NaN, "n/a"],
  ])("%d has three significant digits: %s", (value, text) => {
    expect(significant(value)).toBe(text);
  });

  it("stays within half a unit of the third digit of the value", () => {
    assert(
      property(double({ min: 1e-9, max: 1e15, noNaN: true }), (value) => {
        expect(Math.abs(Number(significant(value)) - value) / value).toBeLessThanOrEqual(0.005_001);
      }),
    );
  });

  it.each([
    [0.1234, "12 %"],
    [0.004, "0.4 %"],
    [3.4, "340 %"],
    [0.9961, "100 %"],
  ])("%d is %s", (share, text) => {
    expect(percent(share)).toBe(text);
  });

  it("chooses the prefix by the median, so that most figures have one to three digits", () => {
    expect(chooseScale("s", [0.02, 0.03, 4])).toEqual({ unit: "ms", factor: 1e-3 });
    expect(chooseScale("USD", [486_000, 512_000, 2.4e6])).toEqual({ unit: "k USD", factor: 1e3 });
    expect(chooseScale("s", [86_400 * 12])).toEqual({ unit: "days", factor: 86_400 });
  });

  it("counts money per thousand or million units where a unit costs next to nothing", () => {
    expect(chooseScale("USD/request", [0.2]).unit).toBe("USD/request");
    expect(chooseScale("USD/req", [0.002]).unit).toBe("USD/k req");
    expect(chooseScale("USD/frame", [2e-7]).unit).toBe("USD/M frame");
    expect(chooseScale("USD/frame", [8e-9]).unit).toBe("USD/B frame");
    expect(chooseScale("USD/M tok", [0.08])).toEqual({ unit: "USD/M tok", factor: 1 });
  });

  it("leaves unknown units and empty columns alone", () => {
    expect(chooseScale("× limit", [12_000])).toEqual({ unit: "× limit", factor: 1 });
    expect(chooseScale("s", [])).toEqual({ unit: "s", factor: 1 });
  });

  it("gives one figure its own prefix", () => {
    expect(describeNumber(61_000, "W")).toBe("61 kW");
    expect(describeNumber(1.12, "s")).toBe("1.12 s");
    expect(describeNumber(100, "W")).toBe("100 W");
  });
});
