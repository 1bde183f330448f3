import type { FigureKind } from "../catalog/calibration.ts";
import type { Catalog, ChipClass } from "../catalog/types.ts";
import { createBench, type Lowered } from "../validation/bench.ts";
import type { Naming } from "../validation/naming.ts";
import { isSkipped } from "../validation/outcome.ts";
import { isFirm, isQueueing, predictRow } from "../validation/predict-row.ts";
import { directionOf, figureOf } from "../validation/figure-kind.ts";
import { cell } from "../validation/row-fields.ts";
import type { MeasurementRow, MeasurementSet } from "../validation/types.ts";
import { groupBy } from "../units/group-by.ts";
import type { Observed, Predict } from "./fit.ts";
import { familyOwner, stackOwner } from "./parameters.ts";

/** A row that the model predicts, and what its prediction rests on. */
export interface Observation extends Observed {
  row: MeasurementRow;
  set: MeasurementSet;
  measured: number;
  chip: string;
  family: string;
  class: ChipClass;
  stack: string;
  /** Rows of one source about one model: they stand or fall together. */
  source: string;
  figure: FigureKind;
  direction: "time" | "rate";
}

/** What the goals ask of the typical error of each set: an error counts by how much of the goal it uses up. */
const GOAL_MEDIAN: Readonly<Record<MeasurementSet, number>> = {
  "llm-inference": 0.12,
  "serving-points": 0.15,
  vision: 0.25,
  training: 0.08,
  operators: 0.12,
};

/** The median of the goals has weight 1. */
const UNIT_GOAL = 0.12;

/** A source counts by this power of its rows: between all sources alike (0) and all rows alike (1). */
const SOURCE_POWER = 0.5;

/** Logarithm for a row that the model can no longer predict with some values: worse than any other. */
const UNPREDICTABLE = 3;

export interface Observations {
  observations: Observation[];
  predict: Predict<Observation>;
}

/**
 * Rows of grades A and B that count and can be predicted, and the function that predicts them with other parameters than the
 * catalogue's.
 */
export function observe(
  rows: readonly MeasurementRow[],
  catalog: Catalog,
  naming: Naming,
  excluded: ReadonlySet<string>,
): Observations {
  const lowered: Lowered = createBench(catalog, naming);
  const bench = createBench(catalog, naming, lowered);
  const found: Observation[] = [];
  for (const row of rows) {
    if (excluded.has(row.id) || !isFirm(row) || isQueueing(row)) continue;
    const outcome = predictRow(row, bench);
    const chip = bench.chip(row);
    if (isSkipped(outcome) || isSkipped(chip) || !isPositive(outcome.predicted)) continue;
    found.push({
      row,
      set: row.set,
      measured: Number(cell(row, "value")),
      chip: chip.id,
      family: chip.family,
      class: chip.class,
      stack: outcome.stackId,
      source: sourceOf(row, outcome.modelId),
      figure: figureOf(row),
      direction: directionOf(row),
      owners: [familyOwner(chip.family), stackOwner(outcome.stackId)],
      weight: 1,
    });
  }
  const predict: Predict<Observation> = (observations, values) => {
    const changed = {
      ...catalog,
      families: catalog.families.map((family) => ({
        ...family,
        ...values.get(familyOwner(family.id)),
      })),
      stacks: catalog.stacks.map((stack) => ({ ...stack, ...values.get(stackOwner(stack.id)) })),
    };
    const own = createBench(changed, naming, lowered);
    return observations.map(({ row, measured }) => {
      const outcome = predictRow(row, own);
      return isSkipped(outcome) || !isPositive(outcome.predicted)
        ? UNPREDICTABLE
        : Math.log(outcome.predicted / measured);
    });
  };
  return { observations: weighted(found), predict };
}

const isPositive = (value: number): boolean => Number.isFinite(value) && value > 0;

function sourceOf(row: MeasurementRow, model: string): string {
  return [row.set, cell(row, "source_title") || cell(row, "source_locator"), model].join("\n");
}

/**
 * Each source counts by a power of its rows, so that hundreds of one do not drown the others; each set by its number of
 * rows, so that one with few sources is not drowned either.
 */
function weighted(observations: readonly Observation[]): Observation[] {
  const groupOf = ({ source, chip }: Observation): string => `${source}\n${chip}`;
  const groups = groupBy(observations, groupOf);
  const shareOf = (one: Observation): number =>
    1 / (groups.get(groupOf(one))?.length ?? 1) ** (1 - SOURCE_POWER);
  const scales = new Map(
    [...groupBy(observations, ({ set }) => set)].map(([set, rows]) => {
      const total = rows.reduce((sum, one) => sum + shareOf(one), 0);
      return [set, rows.length / total];
    }),
  );
  return observations.map((one) => ({
    ...one,
    weight: (UNIT_GOAL / GOAL_MEDIAN[one.set]) * shareOf(one) * (scales.get(one.set) ?? 0),
  }));
}
