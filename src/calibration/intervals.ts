import type { ErrorInterval, FigureKind } from "../catalog/calibration.ts";
import { INTERVAL_COVERAGE, nearestInterval } from "../catalog/intervals.ts";
import type { ChipClass } from "../catalog/types.ts";
import { quantile } from "../units/statistics.ts";
import type { Blind } from "./hold-out.ts";
import { rounded } from "./parameters.ts";

/** What an error is alike by. */
export interface Kind {
  chip: string;
  source: string;
  figure: FigureKind;
  class: ChipClass;
  direction: "time" | "rate";
}

/** Fewer rows than this, or all of fewer sources, say too little about a tail. */
const FEWEST_ROWS = 30;
const FEWEST_SOURCES = 3;

const TAIL = (1 - INTERVAL_COVERAGE) / 2;
/** Shares of rows to leave out at each end, widest interval last. */
const TAILS = [1, 0.9, 0.8, 0.7, 0.6, 0.5].map((share) => share * TAIL);
/** Parts that the chips are dealt into to judge intervals by chips that they were not made from. */
const PARTS = 10;

/**
 * Intervals that hold 80 % of rows of chips that they were not made from. Rows of a chip err together, so the percentiles of a
 * sample hold less of the next chip's rows than of its own: the tails are cut until the share is right.
 */
export function coveringIntervals(errors: readonly Blind<Kind>[]): {
  intervals: ErrorInterval[];
  coverage: number | null;
} {
  let tail = TAIL;
  let coverage: number | null = null;
  for (tail of TAILS) {
    coverage = blindCoverage(errors, tail);
    if (coverage === null || coverage >= INTERVAL_COVERAGE) break;
  }
  return { intervals: errorIntervals(errors, tail), coverage };
}

/** Percentiles `tail` and 1 − `tail` of measured over predicted speed for every group of like errors that is large enough. */
export function errorIntervals(errors: readonly Blind<Kind>[], tail = TAIL): ErrorInterval[] {
  const groups = new Map<
    string,
    { like: Omit<ErrorInterval, "low" | "high" | "rows">; of: Blind<Kind>[] }
  >();
  for (const error of errors) {
    const { chip, stackKnown } = error;
    const { figure, class: chipClass } = error.observation;
    for (const like of [
      { figure, class: chipClass, chip, stackKnown },
      { figure, class: "any", chip, stackKnown },
      { figure: "any", class: chipClass, chip, stackKnown },
      { figure: "any", class: "any", chip, stackKnown },
    ] as const) {
      const key = Object.values(like).join("/");
      const group = groups.get(key);
      if (group) group.of.push(error);
      else groups.set(key, { like, of: [error] });
    }
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { like, of }]) => {
      const sources = new Set(of.map(({ observation }) => observation.source));
      if (of.length < FEWEST_ROWS || sources.size < FEWEST_SOURCES) return [];
      const speeds = of.map(speedRatio);
      const low = Math.exp(quantile(speeds, tail) ?? 0);
      const high = Math.exp(quantile(speeds, 1 - tail) ?? 0);
      return [{ ...like, low: rounded(low), high: rounded(high), rows: of.length }];
    });
}

/** Share of errors inside the interval of their like, made without the chip in question; null where there is none. */
export function blindCoverage(errors: readonly Blind<Kind>[], tail = TAIL): number | null {
  const chips = [...new Set(errors.map(({ observation }) => observation.chip))].toSorted();
  const part = new Map(chips.map((chip, index) => [chip, index % PARTS]));
  let bounded = 0;
  let inside = 0;
  for (let held = 0; held < PARTS; held += 1) {
    const isHeld = ({ observation }: Blind<Kind>): boolean => part.get(observation.chip) === held;
    const intervals = errorIntervals(
      errors.filter((error) => !isHeld(error)),
      tail,
    );
    for (const error of errors.filter(isHeld)) {
      const { figure, class: chipClass } = error.observation;
      const found = nearestInterval(intervals, { ...error, figure, class: chipClass });
      if (found === null) continue;
      const speed = Math.exp(speedRatio(error));
      bounded += 1;
      if (found.low <= speed && speed <= found.high) inside += 1;
    }
  }
  return bounded === 0 ? null : inside / bounded;
}

/** Logarithm of measured over predicted speed. */
const speedRatio = ({ logRatio, observation }: Blind<Kind>): number =>
  observation.direction === "rate" ? -logRatio : logRatio;
