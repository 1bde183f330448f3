/** What one unit is worth in the dimension's base unit: `scale × 10^exponent`. Apart, so that "70.6 B" is exact. */
export interface Factor {
  readonly exponent: number;
  readonly scale: number;
}

/** Spelling → worth. Spellings are case-sensitive here; the reader forgives case where that is unambiguous. */
export type UnitTable = Readonly<Record<string, Factor>>;

const UP = { "": 0, k: 3, K: 3, M: 6, G: 9, T: 12, P: 15, E: 18, Z: 21 };
const DOWN = { m: -3, u: -6, n: -9, p: -12 };
const BINARY = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };

export const BYTES: UnitTable = {
  ...prefixed(["B"], UP),
  ...binary("B", 1),
  ...prefixed(["byte", "bytes"], UP),
  ...prefixed(["bit"], UP, factor(0, 1 / 8)),
};

/** Network links are quoted in bits, so a lower-case b means bits here (memory sizes refuse it). */
export const TRANSFER: UnitTable = {
  ...BYTES,
  ...prefixed(["b"], UP, factor(0, 1 / 8)),
  ...binary("bit", 1 / 8),
};

/** Rates written without a slash. */
export const TRANSFER_SHORT: UnitTable = {
  ...prefixed(["bps", "bit/s"], UP, factor(0, 1 / 8)),
  ...prefixed(["Bps"], UP),
};

export const WATTS: UnitTable = {
  ...prefixed(["W"], { ...UP, ...DOWN }),
  ...spelled(["watt", "watts"], factor(0)),
};

export const JOULES: UnitTable = {
  ...prefixed(["J"], { ...UP, ...DOWN }),
  ...prefixed(["Wh"], UP, factor(2, 36)),
  ...spelled(["joule", "joules"], factor(0)),
};

/** Of carbon dioxide or its equivalents, where that is said beside the unit. */
export const GRAMS: UnitTable = {
  ...prefixed(["g", "gCO2", "gCO2e"], { "": 0, k: 3 }),
  t: factor(6),
};

export const KILOWATT_HOURS: UnitTable = prefixed(["Wh"], UP, factor(-3));

const DAY_SECONDS = 86_400;
/** Julian year of 365.25 days; a month is a twelfth of it. */
const YEAR_SECONDS = 365.25 * DAY_SECONDS;

export const SECONDS: UnitTable = {
  ...prefixed(["s", "sec"], { "": 0, ...DOWN }),
  ...spelled(["second", "seconds"], factor(0)),
  ...spelled(["min", "mins", "minute", "minutes"], factor(0, 60)),
  ...spelled(["h", "hr", "hrs", "hour", "hours"], factor(0, 3600)),
  ...spelled(["d", "day", "days"], factor(0, DAY_SECONDS)),
  ...spelled(["week", "weeks"], factor(0, 7 * DAY_SECONDS)),
  ...spelled(["month", "months"], factor(0, YEAR_SECONDS / 12)),
  ...spelled(["year", "years", "yr", "yrs"], factor(0, YEAR_SECONDS)),
};

export const HOURS: UnitTable = Object.fromEntries(
  Object.entries(SECONDS).map(([unit, of]) => [
    unit,
    { exponent: of.exponent, scale: of.scale / 3600 },
  ]),
);

export const USD: UnitTable = {
  ...spelled(["USD", "$", "US$", "dollar", "dollars"], factor(0)),
  ...spelled(["cent", "cents", "ct"], factor(-2)),
};

/** A multiply-accumulate is two operations. */
export const OPERATIONS: UnitTable = {
  ...prefixed(["FLOP", "FLOPs", "OP", "OPs", "op", "ops"], UP),
  ...prefixed(["MAC", "MACs"], UP, factor(0, 2)),
};

export const OPERATIONS_SHORT: UnitTable = prefixed(["FLOPS", "OPS"], UP);

export const HERTZ: UnitTable = prefixed(["Hz"], UP);

export const SQUARE_MILLIMETRES: UnitTable = {
  mm2: factor(0),
  cm2: factor(2),
  um2: factor(-6),
};

export const METRES: UnitTable = {
  ...prefixed(["m"], { "": 0, k: 3, ...DOWN }),
  cm: factor(-2),
};

export const NANOMETRES: UnitTable = { nm: factor(0), um: factor(3) };

export const SHARES: UnitTable = { "%": factor(-2), percent: factor(-2), pct: factor(-2) };

/** Things that are counted, in the spellings that people write. */
export const THINGS = {
  request: ["request", "requests", "req", "reqs", "query", "queries", "call", "calls"],
  frame: ["frame", "frames", "image", "images", "picture", "pictures"],
  token: ["token", "tokens", "tok", "toks"],
  sample: ["sample", "samples", "item", "items", "inference", "inferences", "row", "rows"],
  run: ["run", "runs"],
  other: [
    "user",
    "users",
    "stream",
    "streams",
    "camera",
    "cameras",
    "site",
    "sites",
    "chip",
    "chips",
    "die",
    "dies",
    "wafer",
    "wafers",
    "unit",
    "units",
    "step",
    "steps",
    "parameter",
    "parameters",
    "param",
    "params",
    "transistor",
    "transistors",
    "core",
    "cores",
    "element",
    "elements",
    "epoch",
    "epochs",
    "x",
  ],
} as const;

export type Thing = keyof typeof THINGS;

export const ALL_THINGS: readonly Thing[] = ["request", "frame", "token", "sample", "run", "other"];

export function countsOf(things: readonly Thing[]): UnitTable {
  return spelled(
    things.flatMap((thing) => THINGS[thing]),
    factor(0),
  );
}

export const RATES_SHORT: UnitTable = {
  ...spelled(["fps", "rps", "qps", "Hz", "hz"], factor(0)),
  rpm: factor(0, 1 / 60),
};

/** Multipliers of counts and money: "15 T", "70.6 B", "2.5 M USD", "3 billion tokens". */
export const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  M: 6,
  mn: 6,
  million: 6,
  B: 9,
  G: 9,
  bn: 9,
  billion: 9,
  T: 12,
  trillion: 12,
};

function factor(exponent: number, scale = 1): Factor {
  return { exponent, scale };
}

function spelled(spellings: readonly string[], worth: Factor): Record<string, Factor> {
  return Object.fromEntries(spellings.map((spelling) => [spelling, worth]));
}

function prefixed(
  bases: readonly string[],
  prefixes: Readonly<Record<string, number>>,
  worth: Factor = factor(0),
): Record<string, Factor> {
  return Object.fromEntries(
    bases.flatMap((base) =>
      Object.entries(prefixes).map(([prefix, exponent]) => [
        prefix + base,
        factor(exponent + worth.exponent, worth.scale),
      ]),
    ),
  );
}

function binary(base: string, scale: number): Record<string, Factor> {
  return Object.fromEntries(
    Object.entries(BINARY).map(([prefix, power]) => [
      prefix + base,
      factor(0, scale * 1024 ** power),
    ]),
  );
}
