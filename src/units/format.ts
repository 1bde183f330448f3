import type { Dimension } from "./dimensions.ts";

/**
 * A value in the dimension's base unit as people read it: three significant digits and the prefix that keeps the
 * number between 1 and 1000 ("12.3 ms", "80 GB", "$1.23 M", "45.2 %"). Independent of the locale. Durations of a
 * minute and more are in minutes, hours, days or years.
 *
 * @throws never; a non-finite value reads "n/a".
 */
export function formatQuantity(value: number, dimension: Dimension): string {
  if (!Number.isFinite(value)) return "n/a";
  return value < 0 ? `-${FORMATS[dimension](-value)}` : FORMATS[dimension](value);
}

type Prefixes = readonly (readonly [exponent: number, prefix: string])[];

const SI_UP: Prefixes = [
  [18, "E"],
  [15, "P"],
  [12, "T"],
  [9, "G"],
  [6, "M"],
  [3, "k"],
  [0, ""],
];
const SI_DOWN: Prefixes = [
  [0, ""],
  [-3, "m"],
  [-6, "u"],
  [-9, "n"],
];
const SI: Prefixes = [...SI_UP, ...SI_DOWN.slice(1), [-12, "p"]];
/** Money and counts say B for a billion. */
const COUNTS: Prefixes = [
  [12, "T"],
  [9, "B"],
  [6, "M"],
  [3, "k"],
  [0, ""],
];

const FORMATS: Readonly<Record<Dimension, (value: number) => string>> = {
  bytes: (value) => prefixed(value, "B", SI_UP),
  "bytes-per-second": (value) => prefixed(value, "B/s", SI_UP),
  watts: (value) => prefixed(value, "W", SI),
  joules: (value) => prefixed(value, "J", SI),
  seconds: duration,
  usd: money,
  "usd-per-hour": (value) => `${money(value)}/h`,
  "usd-per-kilowatt-hour": (value) => `${money(value)}/kWh`,
  "grams-per-kilowatt-hour": (value) => `${significant(value)} g/kWh`,
  operations: (value) => prefixed(value, "OP", SI_UP),
  "operations-per-second": (value) => prefixed(value, "OP/s", SI_UP),
  hertz: (value) => prefixed(value, "Hz", SI_UP),
  "square-millimetres": (value) => `${significant(value)} mm2`,
  metres: (value) => prefixed(value, "m", SI_DOWN),
  nanometres: (value) => `${significant(value)} nm`,
  count: (value) => prefixed(value, "", COUNTS),
  rate: (value) => `${prefixed(value, "", COUNTS)}/s`,
  share: (value) => `${significant(value * 100)} %`,
};

/** Plain decimal with three significant digits, trailing zeros dropped; whole numbers are never cut ("1234"). */
function significant(value: number): string {
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(3));
  if (Math.abs(rounded) >= 1000) return String(Math.round(value));
  return String(rounded);
}

function prefixed(value: number, unit: string, prefixes: Prefixes): string {
  const [exponent, prefix] = prefixOf(value, prefixes);
  return `${scaled(value, exponent)} ${prefix}${unit}`.trim();
}

function money(value: number): string {
  const [exponent, prefix] = prefixOf(value, COUNTS);
  return `$${scaled(value, exponent)} ${prefix}`.trim();
}

function scaled(value: number, exponent: number): string {
  return String(Number(shifted(value, -exponent).toPrecision(3)));
}

/** The largest prefix that leaves at least 1 after rounding: 999.9 is "1 k", never "1000". */
function prefixOf(value: number, prefixes: Prefixes): readonly [number, string] {
  const rounded = Number(value.toPrecision(3));
  const smallest = prefixes.at(-1) ?? [0, ""];
  if (rounded === 0) return prefixes.find(([exponent]) => exponent === 0) ?? smallest;
  return prefixes.find(([exponent]) => rounded >= Number(`1e${exponent}`)) ?? smallest;
}

/** value × 10^power without the error of multiplying by an inexact 1e-3. */
function shifted(value: number, power: number): number {
  return power < 0 ? value / Number(`1e${-power}`) : value * Number(`1e${power}`);
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;
const MONTH = YEAR / 12;

function duration(seconds: number): string {
  if (seconds < 2 * MINUTE) return prefixed(seconds, "s", SI_DOWN);
  if (seconds < 2 * HOUR) return `${significant(seconds / MINUTE)} min`;
  // What somebody wrote in months or years reads as written; nothing else is a whole number of them.
  if (isMultiple(seconds, YEAR)) return counted(seconds / YEAR, "year");
  if (seconds < 2 * YEAR && isMultiple(seconds, MONTH)) return counted(seconds / MONTH, "month");
  if (seconds < 2 * DAY) return `${significant(seconds / HOUR)} h`;
  if (seconds < 2 * YEAR) return `${significant(seconds / DAY)} days`;
  return `${significant(seconds / YEAR)} years`;
}

function isMultiple(seconds: number, unit: number): boolean {
  const count = Math.round(seconds / unit);
  return count > 0 && Math.abs(seconds - count * unit) < 1e-9 * seconds;
}

function counted(value: number, noun: string): string {
  const count = Math.round(value);
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
