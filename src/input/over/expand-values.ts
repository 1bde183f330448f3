import { parseDocument } from "yaml";
import type { Piece } from "./over-text.ts";

/** One value of an axis: given as in the file, or as a multiple of what the file or the catalogue has. */
export type OverValue = {
  /** The text that it comes from, for messages. */
  piece: Piece;
  /** How reports name it. */
  shown: string | number | boolean;
} & ({ kind: "given"; given: unknown } | { kind: "factor"; factor: number });

export type Expansion =
  | { ok: true; values: readonly OverValue[] }
  | { ok: false; message: string; help: string };

/** More values on one axis are a mistyped range. */
const MOST_VALUES = 100_000;

const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?`;
const FACTOR = new RegExp(`^[x×]\\s*(${NUMBER})$`, "iu");
const RANGE = new RegExp(
  `^([x×]?)\\s*(${NUMBER})\\s*\\.\\.\\s*[x×]?\\s*(${NUMBER})\\s*(?:/\\s*(\\d+)|\\*\\s*(${NUMBER}))?\\s*(.*)$`,
  "iu",
);
const RANGE_HELP =
  'a range is "10..80/8 GB" (eight values, evenly spaced) or "1..64*2" (times two each), with x in front for multiples';

/**
 * The values that one piece between commas stands for: `20 k USD`, `[fp8, bf16]`, `{mean: 1500, p95: 4000}` as in a YAML file;
 * `x0.5` half of what is there; `1..8/8 TB/s` eight values, `1..64*2` powers of two, both ends included; `x0.5..x2/4`.
 */
export function expandValue(piece: Piece): Expansion {
  const factor = FACTOR.exec(piece.text)?.[1];
  if (factor !== undefined) return factors(piece, [Number(factor)]);
  const range = RANGE.exec(piece.text);
  if (range) return expandRange(piece, range);
  const document = parseDocument(piece.text, { prettyErrors: false, logLevel: "silent" });
  if (document.errors.length > 0 || document.warnings.length > 0) {
    const help = "write it as in the file; put brackets or quotes round lists and mappings";
    return { ok: false, message: `"${piece.text}" is not a YAML value`, help };
  }
  const given: unknown = document.toJS();
  const plain =
    typeof given === "string" || typeof given === "number" || typeof given === "boolean";
  return {
    ok: true,
    values: [{ kind: "given", piece, given, shown: plain ? given : piece.text }],
  };
}

function expandRange(piece: Piece, range: RegExpExecArray): Expansion {
  const [, relative, from = "", to = "", count, step, unit = ""] = range;
  const numbers = rangeNumbers(
    Number(from),
    Number(to),
    count === undefined ? null : Number(count),
    step === undefined ? null : Number(step),
  );
  if (typeof numbers === "string") {
    return { ok: false, message: `"${piece.text}" ${numbers}`, help: RANGE_HELP };
  }
  if (relative !== "") {
    return unit === ""
      ? factors(piece, numbers)
      : { ok: false, message: `"${piece.text}" is a multiple with a unit`, help: RANGE_HELP };
  }
  const values = numbers.map((value): OverValue => {
    const given = unit === "" ? value : `${value} ${unit}`;
    return { kind: "given", piece, given, shown: given };
  });
  return { ok: true, values };
}

/** The numbers of a range, both ends included; what is wrong with it when there are none. */
function rangeNumbers(
  from: number,
  to: number,
  count: number | null,
  step: number | null,
): number[] | string {
  if (count !== null) {
    if (count < 2) return "needs at least two values";
    if (count > MOST_VALUES) return `has more than ${MOST_VALUES} values`;
    return Array.from({ length: count }, (_, index) =>
      tidy(from + ((to - from) * index) / (count - 1)),
    );
  }
  if (step === null) return "is a range without steps";
  const grows = step > 1;
  if (!(step > 0) || step === 1) return "never gets from one end to the other";
  if (!(from > 0) || !(to > 0) || grows !== to > from) {
    return "never gets from one end to the other";
  }
  const steps = Math.floor(Math.log(to / from) / Math.log(step) + 1e-9);
  if (steps >= MOST_VALUES) return `has more than ${MOST_VALUES} values`;
  return Array.from({ length: steps + 1 }, (_, index) => tidy(from * step ** index));
}

function factors(piece: Piece, numbers: readonly number[]): Expansion {
  if (numbers.some((number) => !(number >= 0) || !Number.isFinite(number))) {
    const help = "a multiple is zero or more, such as x0.5";
    return { ok: false, message: `"${piece.text}" multiplies by less than zero`, help };
  }
  return {
    ok: true,
    values: numbers.map((factor) => ({ kind: "factor", piece, factor, shown: `x${factor}` })),
  };
}

/** Without the digits that binary fractions add: 0.1 + 0.2 is 0.3. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
