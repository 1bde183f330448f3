import * as tables from "./unit-tables.ts";
import type { Thing, UnitTable } from "./unit-tables.ts";

/** What a quantity measures, and with it the unit of the value that the reader returns. */
export const DIMENSIONS = [
  "bytes",
  "bytes-per-second",
  "watts",
  "joules",
  "seconds",
  "usd",
  "usd-per-hour",
  "usd-per-kilowatt-hour",
  "grams-per-kilowatt-hour",
  "operations",
  "operations-per-second",
  "hertz",
  "square-millimetres",
  "metres",
  "nanometres",
  "count",
  "rate",
  "share",
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** One part of a unit: a spelling of the table, with a multiplier (k, M, B, T) before it where that is usual. */
export interface UnitPart {
  readonly table: UnitTable;
  readonly multiplied: boolean;
  /** Whether the part may be left out (a count has no unit). */
  readonly optional: boolean;
}

export interface DimensionRule {
  /** As it stands in messages: "a duration", "a data size". */
  readonly noun: string;
  /** The shapes of a unit: with a denominator ("GB/s") or without. */
  readonly shapes: readonly { numerator: UnitPart; denominator: UnitPart | null }[];
  /** Unit of a bare number, or null when a unit is required. */
  readonly bare: string | null;
  /** Usual unit, for examples. */
  readonly example: string;
  /** Spellings to show when a unit is unknown. */
  readonly shown: readonly string[];
  /** Spellings that people mean in two ways → what to write instead. */
  readonly confusable: Readonly<Record<string, readonly string[]>>;
}

/** Rule of a dimension; `things` narrows what a count or a rate may count. */
export function dimensionRule(dimension: Dimension, things?: readonly Thing[]): DimensionRule {
  return RULES[dimension](things);
}

const BITS_OR_BYTES = Object.fromEntries(
  ["k", "M", "G", "T", "P"].map((prefix) => [`${prefix}b`, [`${prefix}B`, `${prefix}bit`]]),
);

const RULES: Readonly<Record<Dimension, (things?: readonly Thing[]) => DimensionRule>> = {
  bytes: () =>
    rule("a data size", tables.BYTES, "GB", ["kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB"], {
      confusable: BITS_OR_BYTES,
    }),
  "bytes-per-second": () => ({
    ...rule("a data rate", tables.TRANSFER_SHORT, "GB/s", [
      "MB/s",
      "GB/s",
      "TB/s",
      "Gb/s",
      "GiB/s",
    ]),
    shapes: [per(part(tables.TRANSFER), part(tables.SECONDS)), alone(tables.TRANSFER_SHORT)],
  }),
  watts: () => rule("a power", tables.WATTS, "W", ["mW", "W", "kW", "MW"]),
  joules: () => rule("an energy", tables.JOULES, "J", ["pJ", "nJ", "uJ", "mJ", "J", "kJ", "kWh"]),
  seconds: () =>
    rule(
      "a duration",
      tables.SECONDS,
      "s",
      ["ns", "us", "ms", "s", "min", "h", "days", "weeks", "months", "years"],
      { confusable: { m: ["min", "ms", "months"] } },
    ),
  usd: () => money("an amount of money", null, "USD", ["USD", "k USD", "M USD", "B USD"]),
  "usd-per-hour": () => money("a price per hour", tables.HOURS, "USD/h", ["USD/h", "USD/month"]),
  "usd-per-kilowatt-hour": () =>
    money("an energy price", tables.KILOWATT_HOURS, "USD/kWh", ["USD/kWh", "USD/MWh", "ct/kWh"]),
  "grams-per-kilowatt-hour": () => ({
    ...rule("a carbon intensity", tables.GRAMS, "400 g/kWh", ["g/kWh", "kg/kWh", "kg/MWh"]),
    shapes: [per(part(tables.GRAMS), part(tables.KILOWATT_HOURS))],
  }),
  operations: () =>
    rule("an amount of operations", tables.OPERATIONS, "TFLOP", ["GFLOP", "TFLOP", "GOP", "GMAC"]),
  "operations-per-second": () => ({
    ...rule("a rate of operations", tables.OPERATIONS_SHORT, "TFLOP/s", [
      "GFLOP/s",
      "TFLOP/s",
      "PFLOP/s",
      "GOPS",
      "TOPS",
    ]),
    shapes: [per(part(tables.OPERATIONS), part(tables.SECONDS)), alone(tables.OPERATIONS_SHORT)],
  }),
  hertz: () => rule("a frequency", tables.HERTZ, "MHz", ["kHz", "MHz", "GHz"]),
  "square-millimetres": () => rule("an area", tables.SQUARE_MILLIMETRES, "mm2", ["mm2", "cm2"]),
  metres: () => rule("a length", tables.METRES, "m", ["nm", "um", "mm", "cm", "m"]),
  nanometres: () => rule("a feature size", tables.NANOMETRES, "nm", ["nm", "um"]),
  count: (things = tables.ALL_THINGS) => ({
    ...rule("a count", {}, "", ["k", "M", "B", "T", ...named(things)]),
    shapes: [{ numerator: counted(things), denominator: null }],
    bare: "",
  }),
  rate: (things = tables.ALL_THINGS) => ({
    ...rule("a rate", {}, ratesOf(things)[0] ?? "/s", ratesOf(things)),
    shapes: [
      per(counted(things), part(tables.SECONDS)),
      { numerator: part(tables.RATES_SHORT, true), denominator: null },
    ],
    bare: "/s",
  }),
  share: () => ({ ...rule("a share", tables.SHARES, "%", ["%"]), bare: "" }),
};

function rule(
  noun: string,
  table: UnitTable,
  example: string,
  shown: readonly string[],
  extra: Partial<DimensionRule> = {},
): DimensionRule {
  return { noun, shapes: [alone(table)], bare: null, example, shown, confusable: {}, ...extra };
}

function money(
  noun: string,
  denominator: UnitTable | null,
  example: string,
  shown: readonly string[],
): DimensionRule {
  const numerator = part(tables.USD, true);
  return {
    ...rule(noun, tables.USD, example, shown),
    shapes: [{ numerator, denominator: denominator === null ? null : part(denominator) }],
  };
}

function part(table: UnitTable, multiplied = false, optional = false): UnitPart {
  return { table, multiplied, optional };
}

function alone(table: UnitTable): DimensionRule["shapes"][number] {
  return { numerator: part(table), denominator: null };
}

function per(numerator: UnitPart, denominator: UnitPart): DimensionRule["shapes"][number] {
  return { numerator, denominator };
}

function counted(things: readonly Thing[]): UnitPart {
  return part(tables.countsOf(things), true, true);
}

/** The plural of each thing. */
function named(things: readonly Thing[]): string[] {
  return things.filter((thing) => thing !== "other").map((thing) => tables.THINGS[thing][1]);
}

function ratesOf(things: readonly Thing[]): string[] {
  return named(things).flatMap((thing) => [`${thing}/s`, `${thing}/min`]);
}
