import type { Catalog, Chip } from "../../catalog/types.ts";
import type { Diagnostic, Reading } from "../../input/diagnostic.ts";
import type { KnownNames, WorkloadSources } from "../../input/known-names.ts";
import { multiplied, valueAt, withValueAt } from "../../input/over/place.ts";
import { readWorkloadDocument } from "../../input/read-workload.ts";
import type { SourceDocument } from "../../input/source-document.ts";
import type { Workload } from "../../input/workload-types.ts";
import type { SweepPoint } from "../../report/sweep/types.ts";
import { evaluate } from "../evaluate.ts";
import { knownNames } from "../known-names.ts";
import { ModelError } from "../resolve-models.ts";
import type { Axis, ChipAxis, WorkloadAxis } from "./axis.ts";
import { estimateWork } from "./estimate-work.ts";
import { coordinates, gridOf, type Grid } from "./grid.ts";
import { locate } from "./locate.ts";
import { overrideChips, type Override } from "./override-chips.ts";
import { Recent } from "./recent.ts";
import { rememberingSteps } from "./remembering-steps.ts";
import { faultyPoint, sweepPoint } from "./sweep-point.ts";

export interface SweepRequest {
  document: SourceDocument;
  sources: WorkloadSources;
  axes: readonly Axis[];
  catalog: Catalog;
  considers: (chip: Chip) => boolean;
  /** Candidates of a point that are kept; null keeps all. */
  top: number | null;
  version: string;
}

/** A grid and what it takes to evaluate any point of it. Remembers what neighbouring points share. */
export interface Sweep {
  grid: Grid;
  /** The result of one point. The same whatever was evaluated before. */
  evaluate(index: number): SweepPoint;
  /** The workload of a point as the reader sees it, or its faults, at the places where the user wrote them. */
  workload(places: readonly number[]): Reading<Workload>;
  /** The catalogue of a point. */
  catalog(places: readonly number[]): Override;
  /** Estimated work of a point in microseconds; null where its values contradict each other. */
  work(places: readonly number[]): number | null;
}

/** Neighbouring points differ in a few axes, so a few values of the others are enough. */
const KEPT = 64;

export function planSweep(request: SweepRequest): Sweep {
  const { axes, catalog, considers, top, version } = request;
  const grid = gridOf(axes.map(({ values }) => values.length));
  const known = knownNames(catalog);
  const steps = rememberingSteps();
  const workloads = new Recent<Reading<Workload>>(KEPT);
  const catalogs = new Recent<Override>(KEPT);

  const workload = (places: readonly number[]): Reading<Workload> => {
    const key = placesOn("workload", axes, places).join();
    return workloads.get(key, () => readAt(request, known, places));
  };
  const overridden = (places: readonly number[]): Override => {
    const key = placesOn("chip", axes, places).join();
    return catalogs.get(key, () => overrideAt(request, places));
  };
  return {
    grid,
    workload,
    catalog: overridden,
    evaluate: (index) => {
      const places = coordinates(grid, index);
      const place = { point: index, over: overOf(axes, places) };
      const reading = workload(places);
      if (!reading.ok) return faultyPoint(place, faultOf(reading.diagnostics));
      const override = overridden(places);
      if (!override.ok) return faultyPoint(place, override.message);
      try {
        const options = { version, considers, steps, whatIf: false };
        return sweepPoint(place, evaluate(reading.value, override.catalog, options), top);
      } catch (error) {
        if (error instanceof ModelError) return faultyPoint(place, error.message);
        // One point that the program cannot do must not end a sweep of days; it is told as what it is.
        const reason = error instanceof Error ? error.message : String(error);
        return faultyPoint(place, `unexpected failure, please report it: ${reason}`);
      }
    },
    work: (places) => {
      const reading = workload(places);
      const override = overridden(places);
      if (!reading.ok || !override.ok) return null;
      const prepared = steps.prepare(reading.value, override.catalog);
      return estimateWork(reading.value, prepared, override.catalog, considers);
    },
  };
}

function placesOn(
  target: Axis["target"],
  axes: readonly Axis[],
  places: readonly number[],
): number[] {
  return axes.flatMap((axis, index) => (axis.target === target ? [places[index] ?? 0] : []));
}

function overOf(axes: readonly Axis[], places: readonly number[]): SweepPoint["over"] {
  return Object.fromEntries(
    axes.map(({ key, values }, index) => [key, values[places[index] ?? 0]?.shown ?? ""]),
  );
}

function faultOf(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ path, message }) => (path === "" ? message : `${path}: ${message}`))
    .join("; ");
}

function readAt(
  { document, sources, axes }: SweepRequest,
  known: KnownNames,
  places: readonly number[],
): Reading<Workload> {
  const chosen = axes.flatMap((axis, index) =>
    axis.target === "workload" ? [{ axis, place: places[index] ?? 0 }] : [],
  );
  const root = document.value;
  const value = chosen.reduce(
    (changed, { axis, place }) => withValueAt(changed, axis.path, valueOn(axis, place, root)),
    root,
  );
  const reading = readWorkloadDocument({ ...document, value }, known, sources);
  if (reading.ok) {
    return { ...reading, warnings: reading.warnings.map((each) => locate(each, chosen, root)) };
  }
  return { ok: false, diagnostics: reading.diagnostics.map((each) => locate(each, chosen, root)) };
}

function valueOn(axis: WorkloadAxis, place: number, root: unknown): unknown {
  const value = axis.values[place];
  if (value?.kind !== "factor") return value?.given;
  return multiplied(valueAt(root, axis.path), value.factor);
}

function overrideAt({ axes, catalog }: SweepRequest, places: readonly number[]): Override {
  const chosen = axes.flatMap((axis, index) => {
    if (axis.target !== "chip") return [];
    const setting = settingOn(axis, places[index] ?? 0);
    return setting ? [{ axis, setting }] : [];
  });
  return overrideChips(catalog, chosen);
}

function settingOn(axis: ChipAxis, place: number): ChipAxis["settings"][number] | undefined {
  return axis.settings[place];
}
