import type { Catalog } from "../catalog/types.ts";
import type { MeasuredRow } from "../check/run-measurements.ts";
import type { Spec } from "../check/spec/read-spec.ts";
import { directionOf } from "../validation/figure-kind.ts";
import type { Naming } from "../validation/naming.ts";
import type { MeasurementRow } from "../validation/types.ts";
import { validate } from "../validation/validate.ts";

export interface MeasuredInput {
  /** Rows of the specs of the run. */
  rows: readonly MeasurementRow[];
  naming: Naming;
}

/** Predicts rows of bring-up or emulator results with the specs' own figures. */
export function predictMeasured(
  { rows, naming }: MeasuredInput,
  specs: readonly Spec[],
  catalog: Catalog,
): { rows: readonly MeasuredRow[]; warnings: readonly string[] } {
  const own = specs.map(({ chip }) => chip);
  const others = catalog.chips.filter(({ id }) => !own.some((chip) => chip.id === id));
  const result = validate(
    rows,
    { ...catalog, chips: [...others, ...own] },
    { version: "", naming },
  );
  const places = new Map(rows.map((row) => [row.id, row]));
  return {
    rows: result.rows.flatMap((row): MeasuredRow[] => {
      const source = places.get(row.id);
      if (source === undefined) return [];
      return [{ row, file: source.file, line: source.line, direction: directionOf(source) }];
    }),
    warnings: result.warnings,
  };
}
