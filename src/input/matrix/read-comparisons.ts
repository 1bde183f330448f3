import { report, textAt, type Fields } from "../workload/context.ts";
import { numberAt, type MatrixContext } from "./matrix-context.ts";

/** Entries that differ from the inverse of their mirror image by more than this share contradict it: .333 for 1/3 does not. */
const RECIPROCAL_WITHIN = 0.01;

/**
 * A square matrix of pairwise comparisons over `size` things; ones when it was reported. Entries below the diagonal are taken as the
 * exact inverse of those above where they agree to a hundredth, so that .333 means 1/3.
 */
export function comparisonsAt(
  context: MatrixContext,
  fields: Fields,
  key: string,
  { size, noun }: { size: number; noun: string },
): number[][] {
  const written = fields.values[key];
  const path = [...fields.path, key];
  const rows: unknown[] = Array.isArray(written) ? written : [];
  const ones = Array.from({ length: size }, () => Array.from({ length: size }, () => 1));
  const uneven = rows.findIndex((row) => lengthOf(row) !== size);
  if (rows.length !== size || uneven !== -1) {
    const square = rows.length === size;
    const counted = square ? `${lengthOf(rows[uneven])} columns` : `${rows.length} rows`;
    const message = `the comparisons have ${counted} for ${size} ${noun}`;
    const help = `write ${size} rows of ${size} figures, in the order of the ${noun}`;
    report(context, square ? [...path, uneven] : path, { code: "CS1604", message, help });
    return ones;
  }
  const matrix = rows.map((row) => (Array.isArray(row) ? row.map(ratio) : []));
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      const entry = matrix[a]?.[b] ?? 1;
      const mirror = matrix[b]?.[a] ?? 1;
      if (!(entry > 0) || !(mirror > 0)) {
        const at = entry > 0 ? [b, a] : [a, b];
        report(context, [...path, ...at], {
          code: "CS1604",
          message: "a ratio of importance must be above 0",
          help: "for example 3, or 1/3 for the inverse",
        });
      } else if (Math.abs(entry * mirror - 1) > RECIPROCAL_WITHIN) {
        const help =
          a === b
            ? "each thing is 1 time as important as itself"
            : `row ${b + 1}, column ${a + 1} says ${plain(mirror)}, so write ${plain(1 / mirror)}`;
        const message = `row ${a + 1}, column ${b + 1} contradicts ${a === b ? "itself" : "its mirror image"}`;
        report(context, [...path, a, b], { code: "CS1604", message, help });
      }
    }
  }
  return matrix;
}

/** A table of random indices by name, or the index itself where another table is meant. */
export function randomIndexAt(fields: Fields): string | number {
  return numberAt(fields, "randomIndex") ?? textAt(fields, "randomIndex") ?? "saaty";
}

function lengthOf(row: unknown): number {
  return Array.isArray(row) ? row.length : 0;
}

/** A number, or a fraction such as 1/3; anything else was reported by the schema. */
function ratio(written: unknown): number {
  if (typeof written === "number") return written;
  const [above = "", below = "1"] = String(written).split("/");
  const value = Number(above) / Number(below);
  return Number.isFinite(value) ? value : Number.NaN;
}

function plain(value: number): string {
  const inverse = 1 / value;
  const whole = Math.abs(inverse - Math.round(inverse)) < 1e-9 && inverse > 1.5;
  return whole ? `1/${Math.round(inverse)}` : String(Number(value.toPrecision(4)));
}
