import { isMapping } from "../mapping.ts";
import type { Path } from "../path.ts";
import { report, type Fields } from "../workload/context.ts";
import { numberAt, placeOf, type Ids, type MatrixContext } from "./matrix-context.ts";
import type { MatrixCell } from "./matrix-types.ts";
import type { ReadCriterion } from "./read-criteria.ts";

/** Standard deviations between the ends of an interval that holds 80 %: twice the normal quantile at 90 %. */
export const DEVIATIONS_IN_INTERVAL = 2 * 1.2815515655446004;

const UNKNOWN: MatrixCell = { value: null, deviation: 0 };

/** Written figures of one alternative with their places, in the order of the criteria. */
interface Written {
  readonly path: Path;
  readonly value: unknown;
}

export function readWritten(
  context: MatrixContext,
  alternative: Fields,
  criteria: readonly ReadCriterion[],
  ids: Ids,
): Written[] {
  const path = [...alternative.path, "values"];
  const values = alternative.values["values"];
  const figures = criteria.filter(({ comparisons }) => comparisons === null);
  if (Array.isArray(values)) {
    if (values.length !== figures.length) {
      const message = `${values.length} figures for ${figures.length} criteria`;
      const names = figures.map(({ id }) => id).join(", ");
      report(context, path, { code: "CS1605", message, help: `in this order: ${names}` });
    }
    let next = 0;
    return criteria.map(({ comparisons }) => {
      if (comparisons !== null) return { path, value: null };
      const index = next;
      next += 1;
      return { path: [...path, index], value: (values as unknown[])[index] ?? null };
    });
  }
  const fields = isMapping(values) ? values : {};
  for (const key of Object.keys(fields)) {
    const place = placeOf(context, ids, key, [...path, key], { noun: "criterion", part: "key" });
    if (place === null || criteria[place]?.comparisons === null) continue;
    report(context, [...path, key], {
      code: "CS1605",
      message: `"${key}" has comparisons, so it takes no figures`,
      help: "remove the one or the other",
      part: "key",
    });
  }
  const missing = figures.filter(({ id }) => !Object.hasOwn(fields, id)).map(({ id }) => id);
  if (missing.length > 0 && isMapping(values)) {
    report(context, path, {
      code: "CS1605",
      message: `no figure for ${missing.join(", ")}`,
      help: "write null where nobody knows it",
      part: "key",
    });
  }
  return criteria.map(({ id }) => ({ path: [...path, id], value: fields[id] ?? null }));
}

/** A cell in the errors of its criterion. */
export function readCell(
  context: MatrixContext,
  { path, value }: Written,
  errors: "relative" | "absolute",
): MatrixCell {
  if (typeof value === "number") return { value, deviation: 0 };
  if (!isMapping(value)) return UNKNOWN;
  const fields: Fields = { path, values: value };
  const figure = numberAt(fields, "value");
  if (figure === null) return UNKNOWN;
  const low = numberAt(fields, "low");
  const high = numberAt(fields, "high");
  const factor = numberAt(fields, "factor");
  const deviation = numberAt(fields, "deviation");
  const fault = cellFault({ figure, low, high, factor, deviation, errors });
  if (fault !== null) report(context, path, { code: "CS1608", ...fault });
  if (fault !== null) return { value: figure, deviation: 0 };
  if (deviation !== null) return { value: figure, deviation };
  if (factor !== null) {
    return { value: figure, deviation: (2 * Math.log(factor)) / DEVIATIONS_IN_INTERVAL };
  }
  if (low === null || high === null) return { value: figure, deviation: 0 };
  const span = errors === "relative" ? Math.log(high / low) : high - low;
  return { value: figure, deviation: span / DEVIATIONS_IN_INTERVAL };
}

interface CellFigures {
  figure: number;
  low: number | null;
  high: number | null;
  factor: number | null;
  deviation: number | null;
  errors: "relative" | "absolute";
}

function cellFault(cell: CellFigures): { message: string; help: string } | null {
  const { figure, low, high, factor, deviation, errors } = cell;
  const interval = low !== null || high !== null;
  const ways = [interval, factor !== null, deviation !== null].filter(Boolean).length;
  if (ways > 1) {
    return {
      message: "the uncertainty is given twice",
      help: "low and high, or factor, or deviation",
    };
  }
  if (interval && (low === null || high === null)) {
    return { message: "an interval has two ends", help: "write low and high" };
  }
  if (low !== null && high !== null && !(low <= figure && figure <= high && low < high)) {
    return {
      message: `${figure} does not lie between ${low} and ${high}`,
      help: "the interval holds the figure",
    };
  }
  if (errors === "relative" && deviation !== null) {
    return {
      message: "a deviation is absolute",
      help: "write errors: absolute at the criterion, or a factor",
    };
  }
  if (errors === "absolute" && factor !== null) {
    return { message: "a factor is relative", help: "write a deviation, or low and high" };
  }
  if (errors === "relative" && ways > 0 && !(figure > 0 && (low ?? figure) > 0)) {
    return {
      message: "relative errors need figures above 0",
      help: "write errors: absolute at the criterion",
    };
  }
  return null;
}
