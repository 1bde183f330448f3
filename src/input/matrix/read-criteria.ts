import { choiceAt, fieldsAt, has, report, textAt, type Fields } from "../workload/context.ts";
import { numberAt, type MatrixContext } from "./matrix-context.ts";
import {
  PREFERENCE_SHAPES,
  type Direction,
  type MatrixCriterion,
  type Preference,
  type PreferenceShape,
  type ValueShape,
} from "./matrix-types.ts";
import { comparisonsAt } from "./read-comparisons.ts";
import { readShape } from "./read-value.ts";
import { shapeDirection } from "./shape-direction.ts";

/** A criterion but for its kind of errors, which its figures decide where the file does not. */
export type ReadCriterion = Omit<MatrixCriterion, "errors"> & {
  readonly errors: MatrixCriterion["errors"] | null;
};

export function readCriterion(
  context: MatrixContext,
  fields: Fields,
  alternatives: number,
): ReadCriterion {
  const id = textAt(fields, "id") ?? "";
  const shape = readShape(context, fields);
  const limit = fieldsAt(fields, "limit");
  const comparisons = has(fields, "comparisons");
  return {
    id,
    title: textAt(fields, "title") ?? id,
    unit: textAt(fields, "unit") ?? "",
    description: textAt(fields, "description"),
    direction: comparisons ? "max" : directionOf(context, fields, shape),
    shape,
    outside: choiceAt(fieldsAt(fields, "value"), "outside", ["clip", "extrapolate"], "clip"),
    preference: readPreference(context, fields),
    limit: { min: numberAt(limit, "min"), max: numberAt(limit, "max") },
    errors: choiceAt(fields, "errors", ["relative", "absolute"], null),
    comparisons: comparisons
      ? {
          matrix: comparisonsAt(context, fields, "comparisons", {
            size: alternatives,
            noun: "alternatives",
          }),
          randomIndex: textAt(fields, "randomIndex") ?? "saaty",
          prioritisation: textAt(fields, "prioritisation") ?? "eigenvector",
          mode: choiceAt(fields, "mode", ["distributive", "ideal"], "ideal"),
        }
      : null,
  };
}

function directionOf(context: MatrixContext, fields: Fields, shape: ValueShape | null): Direction {
  const stated = choiceAt(fields, "direction", ["max", "min"], null);
  const implied = shape === null ? null : shapeDirection(shape);
  if (stated !== null && implied !== null && stated !== implied) {
    report(context, [...fields.path, "direction"], {
      code: "CS1603",
      message: `direction: ${stated} contradicts the range, on which ${implied === "max" ? "more" : "less"} is better`,
      help: `write direction: ${implied}, or turn the range round`,
    });
  }
  if (stated === null && implied === null && !(shape !== null || hasFault(fields))) {
    report(context, [...fields.path, "id"], {
      code: "CS1603",
      message: `it is not said whether more or less of "${textAt(fields, "id") ?? ""}" is better`,
      help: 'add "direction: max" or "direction: min", or a range: [worst, best]',
    });
  }
  return stated ?? implied ?? "max";
}

/** A value function that could not be read was reported already. */
function hasFault(fields: Fields): boolean {
  return has(fields, "value") || has(fields, "range") || has(fields, "direction");
}

const THRESHOLDS: Readonly<
  Record<PreferenceShape, readonly ("indifference" | "strict" | "spread")[]>
> = {
  usual: [],
  "u-shape": ["indifference"],
  "v-shape": ["strict"],
  level: ["indifference", "strict"],
  linear: ["indifference", "strict"],
  gaussian: ["spread"],
};

function readPreference(context: MatrixContext, criterion: Fields): Preference | null {
  const fields = fieldsAt(criterion, "preference");
  const shape = choiceAt(fields, "shape", PREFERENCE_SHAPES, null);
  if (shape === null) return null;
  const missing = THRESHOLDS[shape].filter((key) => !has(fields, key));
  const preference = {
    shape,
    indifference: numberAt(fields, "indifference") ?? 0,
    strict: numberAt(fields, "strict") ?? 0,
    spread: numberAt(fields, "spread") ?? 0,
  };
  if (missing.length > 0) {
    const message = `a ${shape} preference needs ${missing.join(" and ")}`;
    const help = "thresholds are differences in the unit of the criterion";
    report(context, [...fields.path, "shape"], { code: "CS1603", message, help });
  } else if (THRESHOLDS[shape].length === 2 && preference.strict < preference.indifference) {
    report(context, [...fields.path, "strict"], {
      code: "CS1603",
      message: "the strict preference starts below the end of indifference",
      help: `strict must be at least ${preference.indifference}`,
    });
  }
  return preference;
}
