import type { DimensionRule } from "./dimensions.ts";
import { nearest } from "./nearest.ts";
import { shorten } from "./read-number.ts";

/** What is wrong with a quantity, and what would be right. */
export interface QuantityFault {
  ok: false;
  message: string;
  help: string;
}

/** What to say of a unit that is missing, ambiguous or unknown. */
export function unknownUnit(
  mantissa: string,
  written: string,
  { alternatives }: { alternatives: readonly string[] },
  rule: DimensionRule,
): QuantityFault {
  const quoted = (units: readonly string[]): string =>
    units.map((unit) => `"${mantissa} ${unit}"`).join(" or ");
  if (written === "") {
    return {
      ok: false,
      message: `"${mantissa}" has no unit`,
      help: `write ${rule.noun}, for example "${mantissa} ${rule.example}"; units: ${rule.shown.join(", ")}`,
    };
  }
  if (alternatives.length > 0) {
    return {
      ok: false,
      message: `the unit "${shorten(written)}" is ambiguous`,
      help: `did you mean ${quoted(alternatives)}?`,
    };
  }
  if (CURRENCY.test(written) && rule.shown.some((unit) => unit.includes("USD"))) {
    return {
      ok: false,
      message: `unknown unit "${shorten(written)}" for ${rule.noun}`,
      help: `amounts are in US dollars, so convert them; valid units: ${rule.shown.join(", ")}`,
    };
  }
  // "500k" of money lacks its currency only.
  const missing = rule.shown.filter(
    (unit) => unit.toLowerCase() === `${written} usd`.toLowerCase(),
  );
  const likely =
    missing.length > 0 ? missing : nearest(written, [...rule.shown, ...spellings(rule)], 2);
  const guess = likely.length > 0 ? `did you mean ${quoted(likely)}? ` : "";
  return {
    ok: false,
    message: `unknown unit "${shorten(written)}" for ${rule.noun}`,
    help: `${guess}valid units: ${rule.shown.join(", ")}`,
  };
}

function spellings(rule: DimensionRule): string[] {
  return rule.shapes
    .filter((shape) => shape.denominator === null)
    .flatMap((shape) => Object.keys(shape.numerator.table));
}

/** Currencies that people write in the place of dollars. */
const CURRENCY = /\b(EUR|GBP|CNY|RMB|JPY|INR|KRW|CHF)\b|[€£¥₹₩]/i;

/** A share above 100 %. */
export function moreThanWhole(mantissa: string, written: string): QuantityFault {
  const help =
    written === "" ? `write "${mantissa} %" or a number from 0 to 1` : "a share is at most 100 %";
  return {
    ok: false,
    message: `${mantissa}${written && ` ${written}`} is more than the whole`,
    help,
  };
}
