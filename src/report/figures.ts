/** Three significant digits, without locale: `1.20`, `12.3`, `1230`, `1.23e7`, `4.5e-5`. Not a number gives `n/a`. */
export function significant(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "n/a" : value > 0 ? "inf" : "-inf";
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(digits));
  const magnitude = Math.abs(rounded);
  if (magnitude >= 1e7 || magnitude < 1e-3) return exponent(rounded, digits);
  return magnitude >= 10 ** (digits - 1) ? String(rounded) : rounded.toPrecision(digits);
}

function exponent(value: number, digits: number): string {
  const [mantissa = "0", power = "0"] = value.toExponential(digits - 1).split("e");
  return `${Number(mantissa)}e${Number(power)}`;
}

/** `12 %`, `0.4 %`, `340 %`: two significant digits under 100 %. */
export function percent(share: number): string {
  const value = share * 100;
  if (!Number.isFinite(value)) return "n/a";
  if (Math.abs(value) >= 99.5) return `${Math.round(value)} %`;
  return `${Number(value.toPrecision(2))} %`;
}

export interface Scale {
  unit: string;
  /** Value in SI divided by this is the value to show. */
  factor: number;
  /** Smallest value for which the scale is chosen; `factor` when absent. */
  from?: number;
}

const DECIMAL: readonly (readonly [string, number])[] = [
  ["n", 1e-9],
  ["u", 1e-6],
  ["m", 1e-3],
  ["", 1],
  ["k", 1e3],
  ["M", 1e6],
  ["G", 1e9],
  ["T", 1e12],
  ["P", 1e15],
  ["E", 1e18],
];

function prefixed(unit: string, from: number, to: number): Scale[] {
  return DECIMAL.filter(([, factor]) => factor >= from && factor <= to).map(([prefix, factor]) => ({
    unit: `${prefix}${unit}`,
    factor,
  }));
}

const MONEY: readonly Scale[] = [
  { unit: "USD", factor: 1 },
  { unit: "k USD", factor: 1e3 },
  { unit: "M USD", factor: 1e6 },
  { unit: "B USD", factor: 1e9 },
];

const SCALES: Readonly<Record<string, readonly Scale[]>> = {
  s: [
    ...prefixed("s", 1e-9, 1),
    { unit: "min", factor: 60 },
    { unit: "h", factor: 3600 },
    { unit: "days", factor: 86_400 },
  ],
  B: prefixed("B", 1, 1e18),
  "B/s": prefixed("B/s", 1, 1e18),
  W: prefixed("W", 1e-6, 1e9),
  J: prefixed("J", 1e-9, 1e18),
  OP: prefixed("OP", 1, 1e18),
  "OP/s": prefixed("OP/s", 1, 1e18),
  Hz: prefixed("Hz", 1, 1e9),
  kWh: [
    { unit: "kWh", factor: 1 },
    { unit: "MWh", factor: 1e3 },
    { unit: "GWh", factor: 1e6 },
  ],
  USD: MONEY,
  "USD/h": [{ unit: "USD/h", factor: 1 }],
  parameters: [
    { unit: "k", factor: 1e3 },
    { unit: "M", factor: 1e6 },
    { unit: "B", factor: 1e9 },
  ],
};

/** The scale on which most of the values have one to three digits before the point; unknown units stay as they are. */
export function chooseScale(unit: string, values: readonly number[]): Scale {
  const scales = SCALES[unit] ?? perWorkUnit(unit);
  const sorted = values
    .filter((value) => Number.isFinite(value) && value !== 0)
    .map(Math.abs)
    .sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  if (median === undefined) return { unit, factor: 1 };
  const fitting = scales.findLast((scale) => median >= (scale.from ?? scale.factor) * 0.9995);
  return fitting ?? scales[0] ?? { unit, factor: 1 };
}

/** Money or energy of one unit of work; money is shown per thousand, million or billion units where one costs under a cent. */
function perWorkUnit(unit: string): readonly Scale[] {
  const [amount, work] = unit.split("/");
  if (work === undefined) return [{ unit, factor: 1 }];
  if (amount === "J") {
    return prefixed("J", 1e-9, 1e18).map((scale) => ({ ...scale, unit: `${scale.unit}/${work}` }));
  }
  if (amount !== "USD" || work.includes(" ")) return [{ unit, factor: 1 }];
  return [
    { unit: `USD/B ${work}`, factor: 1e-9, from: 0 },
    { unit: `USD/M ${work}`, factor: 1e-6, from: 1e-8 },
    { unit: `USD/k ${work}`, factor: 1e-3, from: 1e-5 },
    { unit: `USD/${work}`, factor: 1, from: 0.01 },
    { unit: `k USD/${work}`, factor: 1e3 },
    { unit: `M USD/${work}`, factor: 1e6 },
  ];
}

/** One figure with its unit at a fitting prefix: `1.12 s`, `61 kW`; an unknown unit stays as it is. */
export function describeNumber(value: number, unit: string): string {
  const scale = chooseScale(unit, [value]);
  const number = significant(value / scale.factor)
    .replace(/(\.\d*?)0+$/u, "$1")
    .replace(/\.$/u, "");
  return `${number} ${scale.unit}`.trim();
}
