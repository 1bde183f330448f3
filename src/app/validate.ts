import type { Catalog } from "../catalog/types.ts";
import type {
  Grade,
  MeasurementRow,
  MeasurementSet,
  ValidationResult,
} from "../validation/types.ts";
import { validate } from "../validation/validate.ts";

export interface ValidateOptions {
  version: string;
  /** Rows of this set alone. */
  set?: MeasurementSet | undefined;
  /** Rows of these grades alone; rows without a grade count as A. */
  grades?: readonly Grade[] | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Predicts the measurements that were asked for with the chips, models and stacks of the catalogue. */
export function validateMeasurements(
  rows: readonly MeasurementRow[],
  catalog: Catalog,
  { version, set, grades, onProgress }: ValidateOptions,
): ValidationResult {
  const chosen = rows.filter(
    (row) =>
      (set === undefined || row.set === set) &&
      (grades === undefined || grades.some((grade) => grade === gradeOf(row))),
  );
  return validate(chosen, catalog, {
    version,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

function gradeOf({ fields }: MeasurementRow): string {
  return fields["grade"] || "A";
}
