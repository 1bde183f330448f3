import type { Chip } from "../../catalog/types.ts";
import { formatQuantity } from "../../units/format.ts";
import type { Dimension } from "../../units/dimensions.ts";
import { SPEC_FIELDS, type SpecField } from "../spec/fields.ts";

/** One figure of the spec that, changed alone and no further than needed, lets a check pass. */
export interface SmallestChange {
  /** Dotted key of the spec file. */
  field: string;
  dimension: Dimension;
  from: number;
  to: number;
  /** to ÷ from − 1. */
  relative: number;
  /** "memory.bandwidth ≥ 5.2 TB/s would pass; it is 4.8 TB/s". */
  text: string;
}

/** The boundary is found to this relative accuracy, finer than three digits show. */
const ACCURACY = 0.001;
const MOST_STEPS = 24;

/**
 * The changes of one figure at a time that pass, the smallest relative change first. Each is the boundary between failing and
 * passing, found by bisection on the logarithm of the figure; every step judges a changed chip anew. A figure that passes neither
 * at the farthest of its range (8 times and an eighth of itself, twice and half for a clock) is left out. The shown figure is rounded towards passing and judged once more.
 *
 * @param passes judges a chip; false for the present one
 * @param which better: only changes that make the chip better, because a worse one that passes does so by a quirk of its plan; any: for
 * promises about the chip itself, of which less may be asked
 */
export function smallestChanges(
  chip: Chip,
  which: "better" | "any",
  passes: (trial: Chip) => boolean,
): SmallestChange[] {
  return SPEC_FIELDS.flatMap((field) => changesOf(field, chip, which, passes)).toSorted(
    (a, b) => size(a) - size(b),
  );
}

/** A clock moves every peak, so a single figure that is about as near goes first. */
function size({ field, relative }: SmallestChange): number {
  return Math.abs(Math.log(1 + relative)) * (field === "compute.clock" ? 1.1 : 1);
}

function changesOf(
  field: SpecField,
  chip: Chip,
  which: "better" | "any",
  passes: (trial: Chip) => boolean,
): SmallestChange[] {
  const from = field.read(chip);
  if (from === null || from <= 0) return [];
  const holds = (value: number): boolean => passes(field.write(chip, value));
  const factors = [field.farthest, 1 / field.farthest].filter(
    (factor) => which === "any" || factor > 1 === (field.better === "higher"),
  );
  return factors.flatMap((factor) => {
    if (!holds(from * factor)) return [];
    const to = roundTowardsPassing(bisect(from, from * factor, holds), from, holds);
    return [describe(field, from, to)];
  });
}

/** The nearest passing value between a failing and a passing one. */
function bisect(failing: number, passing: number, holds: (value: number) => boolean): number {
  let [bad, good] = [failing, passing];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (Math.abs(Math.log(good / bad)) < ACCURACY) break;
    const middle = Math.sqrt(bad * good);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function roundTowardsPassing(
  value: number,
  from: number,
  holds: (value: number) => boolean,
): number {
  const up = value > from;
  for (const digits of [3, 4]) {
    const step = 10 ** (Math.floor(Math.log10(value)) - digits + 1);
    const nearest = up ? Math.ceil(value / step - 1e-9) : Math.floor(value / step + 1e-9);
    // The boundary is known to the accuracy of the search only, so a round figure just before it may pass and one behind it fail.
    const outwards = up ? 1 : -1;
    for (const steps of [nearest - outwards, nearest, nearest + outwards]) {
      const rounded = Number((steps * step).toPrecision(digits));
      if (rounded > from === up && rounded !== from && holds(rounded)) return rounded;
    }
  }
  return value;
}

function describe(field: SpecField, from: number, to: number): SmallestChange {
  const sign = to > from ? "≥" : "≤";
  const shown = (value: number): string => formatQuantity(value, field.dimension);
  return {
    field: field.id,
    dimension: field.dimension,
    from,
    to,
    relative: to / from - 1,
    text: `${field.id} ${sign} ${shown(to)} would pass; it is ${shown(from)}${field.id === "compute.clock" ? " (every peak with it)" : ""}`,
  };
}
