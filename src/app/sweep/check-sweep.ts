import type { Diagnostic } from "../../input/diagnostic.ts";
import { overDiagnostic } from "../../input/over/over-text.ts";
import type { Axis } from "./axis.ts";
import type { Sweep } from "./plan-sweep.ts";

/** Values of one axis that are tried before the sweep starts; of more, this many spread evenly. */
const MOST_TRIED = 1000;
/** Values of one axis whose work is estimated; the others take that of the nearest. */
const MOST_ESTIMATED = 64;

/**
 * Tries every value of every axis before any work is done. A value is refused when it fails beside the first and beside the last
 * values of the other axes; combinations that contradict each other only somewhere in the grid are told there, point by point.
 */
export function checkSweep(
  sweep: Sweep,
  axes: readonly Axis[],
): { diagnostics: readonly Diagnostic[]; warnings: readonly Diagnostic[] } {
  const first = axes.map(() => 0);
  const last = axes.map(({ values }) => values.length - 1);
  const found = new Map<string, Diagnostic>();
  const note = (faults: readonly Diagnostic[]): void => {
    for (const each of faults) found.set(JSON.stringify(each), each);
  };
  for (const [position, axis] of axes.entries()) {
    for (const place of spread(axis.values.length, MOST_TRIED)) {
      const faults = faultsAt(sweep, axes, first.with(position, place));
      if (faults.length === 0) continue;
      if (faultsAt(sweep, axes, last.with(position, place)).length > 0) note(faults);
    }
  }
  const reading = sweep.workload(first);
  return { diagnostics: [...found.values()], warnings: reading.ok ? reading.warnings : [] };
}

function faultsAt(
  sweep: Sweep,
  axes: readonly Axis[],
  places: readonly number[],
): readonly Diagnostic[] {
  const reading = sweep.workload(places);
  const override = sweep.catalog(places);
  const faults = reading.ok
    ? []
    : reading.diagnostics.filter(({ severity }) => severity === "error");
  if (!override.ok) {
    const { code, message, help } = override;
    // The last chip axis that is not at its first value brought the fault in; the check moves one axis at a time.
    const position = Math.max(
      axes.findLastIndex((axis, index) => axis.target === "chip" && places[index] !== 0),
      axes.findIndex((axis) => axis.target === "chip"),
    );
    const axis = axes[position];
    const piece = axis?.values[places[position] ?? 0]?.piece;
    if (axis && piece) {
      faults.push(overDiagnostic(axis.over.line, piece, { code, message, help }));
    }
  }
  return faults;
}

function spread(count: number, most: number): number[] {
  const tried = Math.min(count, most);
  return Array.from({ length: tried }, (_, index) =>
    tried === count ? index : Math.floor((index * (count - 1)) / (tried - 1)),
  );
}

/** Relative work of each value of each axis, for shards: the work beside the first values of the others. */
export function workFactors(sweep: Sweep, axes: readonly Axis[]): number[][] {
  const first = axes.map(() => 0);
  const base = sweep.work(first) ?? 1;
  return axes.map(({ values }, position) => {
    // Long axes are ranges, on which work changes slowly: known at some places, taken over to their neighbours.
    const places = spread(values.length, MOST_ESTIMATED);
    const known = places.map((place) => (sweep.work(first.with(position, place)) ?? base) / base);
    return values.map((_, place) => {
      const nearest = Math.round((place * (places.length - 1)) / Math.max(1, values.length - 1));
      return known[nearest] ?? 1;
    });
  });
}
