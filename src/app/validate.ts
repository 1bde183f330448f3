import type { Catalog } from "../catalog/types.ts";
import type { Naming } from "../validation/naming.ts";
import { gradeOf } from "../validation/row-fields.ts";
import type {
  Grade,
  MeasurementRow,
  MeasurementSet,
  ValidationResult,
} from "../validation/types.ts";
import { validate, type Exclusion } from "../validation/validate.ts";

export interface ChosenMeasurements {
  rows: readonly MeasurementRow[];
  naming: Naming;
  exclusions: readonly Exclusion[];
  /** Rows of this set alone. */
  set?: MeasurementSet | undefined;
  /** Rows of these grades alone. */
  grades?: readonly Grade[] | undefined;
}

/** Predicts the measurements that were asked for with the chips, models and stacks of the catalogue. */
export function validateMeasurements(
  { rows, naming, exclusions, set, grades }: ChosenMeasurements,
  catalog: Catalog,
  options: { version: string; onProgress?: (done: number, total: number) => void },
): ValidationResult {
  const chosen = rows.filter(
    (row) =>
      (set === undefined || row.set === set) &&
      (grades === undefined || grades.includes(gradeOf(row))),
  );
  return validate(chosen, catalog, { ...options, naming, exclusions });
}
