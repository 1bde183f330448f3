import { describe, expect, it } from "vitest";
import { parseCostPerWork } from "../../src/units/cost-per-work.ts";

describe("a price of a unit of work", () => {
  // Worked by hand.
  it.each([
    ["0.50 USD/M tokens", 0.5, "million-tokens"],
    ["0.000002 USD/token", 2, "million-tokens"],
    ["5 USD per 10 M tokens", 0.5, "million-tokens"],
    ["0.002 USD/request", 0.002, "request"],
    ["2 USD/1000 requests", 0.002, "request"],
    ["$0.01/image", 0.01, "frame"],
    ["$5 M per run", 5e6, "run"],
  ])("%s", (text, usd, unit) => {
    expect(parseCostPerWork(text)).toEqual({ ok: true, usd: expect.closeTo(usd, 12), unit });
  });

  it.each([
    ["0.5 USD", "does not say what the price is for"],
    ["0.5", "does not say what the price is for"],
    ["0.5/M tokens", "has no unit"],
    ["0.5 EUR/M tokens", 'unknown unit "EUR"'],
    ["0.5 USD/hour", 'unknown unit of work "hour"'],
    ["0.5 USD/0 tokens", "is zero"],
    ["-1 USD/request", "is negative"],
  ])("%s is refused: %s", (text, message) => {
    expect(parseCostPerWork(text)).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
    });
  });
});
