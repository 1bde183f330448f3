import type { ChipEvidence, ErrorInterval, Evidence, FigureKind } from "./calibration.ts";
import type { Chip } from "./types.ts";

/** Share of measurements that an interval is to hold. */
export const INTERVAL_COVERAGE = 0.8;

/** A predicted figure, and what it was predicted for. */
export interface PredictedFigure {
  figure: FigureKind;
  /** Whether more is slower (seconds) or faster (tokens per second). */
  direction: "time" | "rate";
  value: number;
}

export interface FigureInterval {
  low: number;
  high: number;
  basis: Basis;
}

/** Whose measurements the figure rests on. */
interface Basis {
  chip: ChipEvidence;
  stackKnown: boolean;
  /** Predictions of its like that the interval comes from. */
  rows: number;
}

/** Whose rows the parameters of a chip rest on. */
export function chipEvidence(
  { chips, families }: Evidence["rows"],
  chip: Pick<Chip, "id" | "family">,
): ChipEvidence {
  if ((chips[chip.id] ?? 0) > 0) return "chip";
  return (families[chip.family] ?? 0) > 0 ? "family" : "class";
}

/**
 * Interval that holds 80 % of measurements, from the errors of predictions for chips and stacks as well known as these that
 * were made without the rows in question. Null where nothing like it was ever measured.
 */
export function intervalOf(
  { figure, direction, value }: PredictedFigure,
  chip: Pick<Chip, "id" | "family" | "class">,
  stackId: string,
  { rows, intervals }: Evidence,
): FigureInterval | null {
  const likeness = {
    figure,
    class: chip.class,
    chip: chipEvidence(rows, chip),
    stackKnown: (rows.stacks[stackId] ?? 0) > 0,
  };
  const found = nearestInterval(intervals, likeness);
  if (found === null) return null;
  const basis = { chip: likeness.chip, stackKnown: likeness.stackKnown, rows: found.rows };
  return direction === "rate"
    ? { low: value * found.low, high: value * found.high, basis }
    : { low: value / found.high, high: value / found.low, basis };
}

type Likeness = Pick<ErrorInterval, "figure" | "class" | "chip" | "stackKnown">;

/** The finest group that the figure belongs to: kind and class, kind alone, class alone, everything. */
export function nearestInterval(
  intervals: readonly ErrorInterval[],
  likeness: Likeness,
): ErrorInterval | null {
  const found = nearestOf(intervals);
  const key = keyOf(likeness);
  let nearest = found.get(key);
  if (nearest === undefined) found.set(key, (nearest = lookUp(intervals, likeness)));
  return nearest;
}

/** What was found so far: a catalogue has far fewer kinds of figures and chips than figures of chips. */
const NEAREST = new WeakMap<readonly ErrorInterval[], Map<string, ErrorInterval | null>>();

function nearestOf(intervals: readonly ErrorInterval[]): Map<string, ErrorInterval | null> {
  let found = NEAREST.get(intervals);
  if (!found) NEAREST.set(intervals, (found = new Map()));
  return found;
}

const keyOf = ({ figure, class: chipClass, chip, stackKnown }: Likeness): string =>
  `${figure}/${chipClass}/${chip}/${stackKnown}`;

function lookUp(
  intervals: readonly ErrorInterval[],
  { figure, class: chipClass, chip, stackKnown }: Likeness,
): ErrorInterval | null {
  const alike = intervals.filter((one) => one.chip === chip && one.stackKnown === stackKnown);
  for (const [kind, group] of [
    [figure, chipClass],
    [figure, "any"],
    ["any", chipClass],
    ["any", "any"],
  ]) {
    const found = alike.find((one) => one.figure === kind && one.class === group);
    if (found) return found;
  }
  return null;
}
