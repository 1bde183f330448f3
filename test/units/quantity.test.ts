import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIMENSIONS } from "../../src/units/dimensions.ts";
import { parseQuantity } from "../../src/units/quantity.ts";
import type { Dimension } from "../../src/units/quantity.ts";

const YEAR = 365.25 * 24 * 3600; // Julian year, SI brochure table 8 (day) and IAU

// Expected values: SI prefixes (BIPM brochure), IEC 80000-13 binary prefixes, 8 bits a byte, 2 operations a
// multiply-accumulate; worked out by hand.
const READ: readonly [string | number, Dimension, number][] = [
  ["80 GB", "bytes", 80e9],
  ["80GB", "bytes", 80e9],
  ["80 GiB", "bytes", 80 * 2 ** 30],
  ["80 gib", "bytes", 80 * 2 ** 30],
  ["512 KB", "bytes", 512e3],
  ["8 Gbit", "bytes", 1e9],
  ["0 MB", "bytes", 0],
  ["3350 GB/s", "bytes-per-second", 3350e9],
  ["400 Gb/s", "bytes-per-second", 50e9],
  ["400 Gbps", "bytes-per-second", 50e9],
  ["3.35 TB per second", "bytes-per-second", 3.35e12],
  ["700 W", "watts", 700],
  ["1.2 kW", "watts", 1200],
  ["5 mW", "watts", 0.005],
  ["5 MW", "watts", 5e6],
  ["1.5 pJ", "joules", 1.5e-12],
  ["2 kWh", "joules", 7.2e6],
  ["40 ms", "seconds", 0.04],
  ["12.3 ms", "seconds", 0.0123],
  ["5 µs", "seconds", 5e-6],
  ["8 h", "seconds", 28_800],
  ["1.5 min", "seconds", 90],
  ["30 days", "seconds", 2_592_000],
  ["24 months", "seconds", 2 * YEAR],
  ["3 years", "seconds", 3 * YEAR],
  ["2.5 M USD", "usd", 2.5e6],
  ["$31,250", "usd", 31_250],
  ["$2.5M", "usd", 2.5e6],
  ["US$ 3", "usd", 3],
  ["USD 3 k", "usd", 3000],
  ["0.5 USD", "usd", 0.5],
  ["3 million dollars", "usd", 3e6],
  ["$2.49/h", "usd-per-hour", 2.49],
  ["24 USD/day", "usd-per-hour", 1],
  ["0.10 USD/kWh", "usd-per-kilowatt-hour", 0.1],
  ["100 USD/MWh", "usd-per-kilowatt-hour", 0.1],
  ["12 ct/kWh", "usd-per-kilowatt-hour", 0.12],
  ["1.2 TFLOP", "operations", 1.2e12],
  ["4.1 GMAC", "operations", 8.2e9],
  ["989.4 TFLOP/s", "operations-per-second", 989.4e12],
  ["989.4 TFLOPS", "operations-per-second", 989.4e12],
  ["26 TOPS", "operations-per-second", 26e12],
  ["26 tops", "operations-per-second", 26e12],
  ["1830 MHz", "hertz", 1.83e9],
  ["814 mm2", "square-millimetres", 814],
  ["814 mm²", "square-millimetres", 814],
  ["8.14 cm^2", "square-millimetres", 814],
  ["2 mm", "metres", 0.002],
  ["5 nm", "nanometres", 5],
  ["15 T", "count", 15e12],
  ["1.28 M", "count", 1.28e6],
  ["3.2 M tokens", "count", 3.2e6],
  ["70.6 B", "count", 70.6e9],
  ["3 billion tokens", "count", 3e9],
  ["1,280,000", "count", 1.28e6],
  [1e21, "count", 1e21],
  [4096, "count", 4096],
  ["20 requests/s", "rate", 20],
  ["1200 requests/min", "rate", 20],
  ["86.4 M requests/day", "rate", 1000],
  ["20 requests per second", "rate", 20],
  ["30 fps", "rate", 30],
  ["20/s", "rate", 20],
  [20, "rate", 20],
  ["50 %", "share", 0.5],
  ["0.5 percent", "share", 0.005],
  [0.5, "share", 0.5],
  ["1e3 W", "watts", 1000],
  ["+3 W", "watts", 3],
];

describe("a quantity", () => {
  it.each(READ)("%s is read as %s", (text, dimension, value) => {
    expect(parseQuantity(text, dimension)).toEqual({ ok: true, value });
  });

  // Each row: what a person writes, and the words that must help.
  const REFUSED: readonly [string | number, Dimension, string, string][] = [
    ["80", "bytes", '"80" has no unit', '"80 GB"'],
    [50, "seconds", '"50" has no unit', '"50 s"'],
    ["80 gb", "bytes", 'the unit "gb" is ambiguous', '"80 GB" or "80 Gbit"'],
    ["80 Gb", "bytes", 'the unit "Gb" is ambiguous', '"80 GB" or "80 Gbit"'],
    ["400 gb/s", "bytes-per-second", 'the unit "gb/s" is ambiguous', '"400 GB/s" or "400 Gb/s"'],
    ["5 mw", "watts", 'the unit "mw" is ambiguous', '"5 MW" or "5 mW"'],
    ["5 m", "seconds", 'the unit "m" is ambiguous', '"5 min" or "5 ms" or "5 months"'],
    [
      "350 wats",
      "watts",
      'unknown unit "wats" for a power',
      'did you mean "350 watt" or "350 watts"?',
    ],
    ["30 dyas", "seconds", 'unknown unit "dyas" for a duration', 'did you mean "30 days"'],
    ["3 M EUR", "usd", 'unknown unit "M EUR" for an amount of money', "USD, k USD, M USD"],
    ["500k", "usd", 'unknown unit "k" for an amount of money', 'did you mean "500 k USD"'],
    ["80 GB", "watts", 'unknown unit "GB" for a power', "mW, W, kW, MW"],
    ["20 requests/fortnight", "rate", "unknown unit", "requests/s"],
    ["-5 W", "watts", '"-5 W" is negative', "0 or more"],
    ["−5 W", "watts", '"−5 W" is negative', "0 or more"],
    ["-$5", "usd", '"-5" is negative', "0 or more"],
    [-3, "count", '"-3" is negative', "0 or more"],
    [Number.NaN, "count", '"NaN" is not a finite number', "write"],
    [".inf s", "seconds", '".inf s" is not a finite number', "write"],
    [Infinity, "count", '"Infinity" is not a finite number', "write"],
    ["1e999 s", "seconds", '"1e999 s" is too large', "unit"],
    ["1_000 W", "watts", '"1_000" has underscores', '"1000 W"'],
    ["1,5 W", "watts", '"1,5" has a comma', '"1.5 W"'],
    ["1,500 W", "watts", '"1,500" has a comma', '"1500 W" or "1.500 W"'],
    ["1,5", "count", '"1,5" has a comma', '"1.5"'],
    ["yes", "watts", '"yes" is a word', '"1 W"'],
    ["", "watts", "the quantity is empty", '"1 W"'],
    ["plenty", "watts", '"plenty" does not start with a number', '"1 W"'],
    ["10-20 ms", "seconds", '"10-20 ms" is a range', '"1 s"'],
    ["1.2.3 s", "seconds", '"1.2.3 s" is not a number', '"1 s"'],
    ["50", "share", "50 is more than the whole", '"50 %"'],
    ["150 %", "share", "150 % is more than the whole", "at most 100 %"],
  ];

  it.each(REFUSED)("%s as %s is refused: %s", (text, dimension, message, help) => {
    expect(parseQuantity(text, dimension)).toEqual({
      ok: false,
      message: expect.stringContaining(message),
      help: expect.stringContaining(help),
    });
  });

  it("counts only what the caller allows", () => {
    const requests = { things: ["request"] } as const;
    expect(parseQuantity("20 requests/s", "rate", requests)).toEqual({ ok: true, value: 20 });
    expect(parseQuantity("20 tokens/s", "rate", requests)).toMatchObject({ ok: false });
  });

  it("keeps decimal and binary prefixes apart", () => {
    expect(parseQuantity("1 GiB", "bytes")).toEqual({ ok: true, value: 1_073_741_824 });
    expect(parseQuantity("1 GB", "bytes")).toEqual({ ok: true, value: 1_000_000_000 });
  });

  it("is a finite number from 0 up or a message with help, whatever is written", () => {
    const scraps = fc.array(
      fc.constantFrom("1", "0", ".", ",", "-", "e", "9", " ", "k", "M", "GB", "/s", "%", "$", "_"),
      { maxLength: 12 },
    );
    const text = fc.oneof(
      fc.string(),
      scraps.map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...DIMENSIONS), (written, dimension) => {
        const reading = parseQuantity(written, dimension);
        const sound = reading.ok
          ? Number.isFinite(reading.value) && reading.value >= 0
          : reading.message !== "" && reading.help !== "";
        expect(sound).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("is exact under decimal prefixes", () => {
    // A number with a decimal prefix is the nearest double to its decimal value, as the literal with an exponent is.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (thousandths) => {
        const digits = (thousandths / 1000).toFixed(3);
        expect(parseQuantity(`${digits} TB`, "bytes")).toEqual({
          ok: true,
          value: Number(`${digits}e12`),
        });
        expect(parseQuantity(`${digits} us`, "seconds")).toEqual({
          ok: true,
          value: Number(`${digits}e-6`),
        });
      }),
    );
  });
});
