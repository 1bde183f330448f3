import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIMENSIONS } from "../../src/units/dimensions.ts";
import type { Dimension } from "../../src/units/dimensions.ts";
import { formatQuantity } from "../../src/units/format.ts";
import { parseQuantity } from "../../src/units/quantity.ts";

describe("a formatted quantity", () => {
  // Expected texts written by hand: three significant digits, the prefix that leaves 1 to 999.
  it.each<[number, Dimension, string]>([
    [0.0123, "seconds", "12.3 ms"],
    [0.999_951, "seconds", "1 s"],
    [90, "seconds", "90 s"],
    [28_800, "seconds", "8 h"],
    [5_184_000, "seconds", "60 days"],
    [94_672_800, "seconds", "3 years"],
    [31_557_600, "seconds", "1 year"],
    [2_629_800, "seconds", "1 month"],
    [15_778_800, "seconds", "6 months"],
    [31_536_000, "seconds", "365 days"],
    [80e9, "bytes", "80 GB"],
    [3350e9, "bytes-per-second", "3.35 TB/s"],
    [699.6, "watts", "700 W"],
    [0.005, "watts", "5 mW"],
    [4.5e-12, "joules", "4.5 pJ"],
    [1.234_56e6, "usd", "$1.23 M"],
    [0.002_14, "usd", "$0.00214"],
    [2.49, "usd-per-hour", "$2.49/h"],
    [0.1, "usd-per-kilowatt-hour", "$0.1/kWh"],
    [989.4e12, "operations-per-second", "989 TOP/s"],
    [1.83e9, "hertz", "1.83 GHz"],
    [814, "square-millimetres", "814 mm2"],
    [70.6e9, "count", "70.6 B"],
    [999.9, "count", "1 k"],
    [20, "rate", "20/s"],
    [0.4519, "share", "45.2 %"],
    [0, "watts", "0 W"],
    [-5, "usd", "-$5"],
    [Number.NaN, "watts", "n/a"],
    [Infinity, "usd", "n/a"],
  ])("%d %s reads %s", (value, dimension, text) => {
    expect(formatQuantity(value, dimension)).toBe(text);
  });

  it("reads back within its three digits, in every dimension", () => {
    const ordinary = DIMENSIONS.filter((dimension) => dimension !== "share");
    const magnitude = fc.double({ min: -5, max: 14, noNaN: true });
    fc.assert(
      fc.property(magnitude, fc.constantFrom(...ordinary), (power, dimension) => {
        const value = 10 ** power;
        const back = parseQuantity(formatQuantity(value, dimension), dimension);
        const error = back.ok ? Math.abs(back.value / value - 1) : Infinity;
        expect(error).toBeLessThanOrEqual(0.005);
      }),
      { numRuns: 1000 },
    );
  });
});
