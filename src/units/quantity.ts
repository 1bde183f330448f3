import { dimensionRule } from "./dimensions.ts";
import type { Dimension, DimensionRule, UnitPart } from "./dimensions.ts";
import { readNumber, shorten } from "./read-number.ts";
import { MULTIPLIERS } from "./unit-tables.ts";
import { moreThanWhole, unknownUnit, type QuantityFault } from "./unit-faults.ts";
import type { Factor, Thing } from "./unit-tables.ts";

export type { Dimension } from "./dimensions.ts";
export type { Thing } from "./unit-tables.ts";

export type QuantityReading = { ok: true; value: number } | QuantityFault;

export interface QuantityOptions {
  /** What a count or a rate may count; everything when left out. "20 tokens/s" is no rate of requests. */
  things?: readonly Thing[];
}

/**
 * Reads "80 GB", "989.4 TFLOP/s", "$31,250", "5 M requests/day" or a bare number where the dimension allows one.
 *
 * The value is in the base unit that the dimension is named for: bytes, bytes-per-second, watts, joules, seconds,
 * usd, usd-per-hour, usd-per-kilowatt-hour, operations (a multiply-accumulate is two), operations-per-second, hertz,
 * square-millimetres, metres, nanometres, count (1), rate (per second), share (0..1).
 *
 * Prefixes are decimal (GB = 1e9 bytes) unless they say otherwise (GiB = 2^30). A month is 1/12 of 365.25 days.
 * Case is forgiven where only one unit fits. Never throws; never returns a negative or non-finite value.
 */
export function parseQuantity(
  text: string | number,
  dimension: Dimension,
  options: QuantityOptions = {},
): QuantityReading {
  const rule = dimensionRule(dimension, options.things);
  const { body, currency } = splitCurrency(String(text), dimension);
  const grouped = dimension === "count" || dimension.startsWith("usd");
  const number = readNumber(body, grouped, `1 ${rule.example}`.trim());
  if (!number.ok) return number;
  const written = normaliseUnit(number.rest, currency);
  const found = written === "" ? bareUnit(rule) : findUnit(written, rule);
  if ("alternatives" in found) return unknownUnit(number.mantissa, written, found, rule);
  const { exponent, scale, divisor } = found;
  const power = number.exponent + exponent;
  const value = (Number(`${number.mantissa}e${power}`) * scale) / divisor;
  if (!Number.isFinite(value)) {
    return { ok: false, message: `"${shorten(body)}" is too large`, help: "is the unit right?" };
  }
  if (dimension === "share" && value > 1) return moreThanWhole(number.mantissa, written);
  return { ok: true, value };
}

interface FoundUnit {
  exponent: number;
  scale: number;
  divisor: number;
}

/** No unit, or several that the spelling could mean. */
interface NoUnit {
  alternatives: readonly string[];
}

/** "$1.2 M", "USD 3 k" and "US$ 5" put the currency first. */
function splitCurrency(text: string, dimension: Dimension): { body: string; currency: boolean } {
  const trimmed = text.trim();
  const match = dimension.startsWith("usd")
    ? /^([+-]?)\s*(?:US\$|\$|USD\b)\s*/i.exec(trimmed)
    : null;
  if (match === null) return { body: trimmed, currency: false };
  return { body: `${match[1] ?? ""}${trimmed.slice(match[0].length)}`, currency: true };
}

function normaliseUnit(rest: string, currency: boolean): string {
  const unit = rest
    .replaceAll(/[µμ]/g, "u")
    .replaceAll(/\^?2\b|²/g, "2")
    .replaceAll(/\s+per\s+|^per\s+/gi, "/")
    .replaceAll(/\s*\/\s*/g, "/")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (!currency) return unit;
  const slash = unit.indexOf("/");
  const numerator = slash === -1 ? unit : unit.slice(0, slash);
  return `${numerator} USD`.trim() + (slash === -1 ? "" : unit.slice(slash));
}

function bareUnit(rule: DimensionRule): FoundUnit | NoUnit {
  return rule.bare === null ? { alternatives: [] } : { exponent: 0, scale: 1, divisor: 1 };
}

function findUnit(written: string, rule: DimensionRule): FoundUnit | NoUnit {
  const slash = written.indexOf("/");
  const confused = Object.keys(rule.confusable).find(
    (unit) => unit.toLowerCase() === written.toLowerCase(),
  );
  if (confused !== undefined && !isExact(written, rule)) {
    return { alternatives: rule.confusable[confused] ?? [] };
  }
  const ambiguous: string[] = [];
  for (const { numerator, denominator } of rule.shapes) {
    if ((denominator !== null) !== (slash !== -1)) continue;
    const above = findPart(slash === -1 ? written : written.slice(0, slash), numerator);
    const below = denominator === null ? ONE : findPart(written.slice(slash + 1), denominator);
    if ("exponent" in above && "exponent" in below) {
      return {
        exponent: above.exponent - below.exponent,
        scale: above.scale,
        divisor: below.scale,
      };
    }
    if ("exponent" in below && "alternatives" in above) {
      const tail = slash === -1 ? "" : written.slice(slash);
      ambiguous.push(...above.alternatives.map((unit) => unit + tail));
    }
  }
  return { alternatives: ambiguous };
}

const ONE: Factor = { exponent: 0, scale: 1 };

function isExact(written: string, rule: DimensionRule): boolean {
  return rule.shapes.some(({ numerator }) => Object.hasOwn(numerator.table, written));
}

/** An exact spelling first; then the spellings that differ in case only, if they all mean the same. */
function findPart(written: string, part: UnitPart): Factor | NoUnit {
  const exact = readPart(written, part, (left, right) => left === right);
  if (exact.length === 1 && exact[0] !== undefined) return exact[0].factor;
  const loose = readPart(
    written,
    part,
    (left, right) => left.toLowerCase() === right.toLowerCase(),
  );
  const [first] = loose;
  if (first === undefined) return { alternatives: [] };
  const same = loose.every(
    ({ factor }) =>
      factor.exponent === first.factor.exponent && factor.scale === first.factor.scale,
  );
  return same ? first.factor : { alternatives: loose.map((match) => match.spelling) };
}

function readPart(
  written: string,
  part: UnitPart,
  equal: (left: string, right: string) => boolean,
): { spelling: string; factor: Factor }[] {
  const matches: { spelling: string; factor: Factor }[] = [];
  const add = (unit: string, prefix: string, exponent: number): void => {
    if (unit === "" && part.optional) {
      matches.push({ spelling: prefix, factor: { exponent, scale: 1 } });
    }
    for (const [spelling, factor] of Object.entries(part.table)) {
      if (!equal(unit, spelling)) continue;
      matches.push({
        spelling: prefix === "" ? spelling : `${prefix} ${spelling}`,
        factor: { exponent: factor.exponent + exponent, scale: factor.scale },
      });
    }
  };
  add(written, "", 0);
  if (!part.multiplied || matches.length > 0) return matches;
  for (const [multiplier, exponent] of Object.entries(MULTIPLIERS)) {
    const head = written.slice(0, multiplier.length);
    if (!equal(head, multiplier)) continue;
    add(written.slice(multiplier.length).trim(), multiplier, exponent);
  }
  return matches;
}
