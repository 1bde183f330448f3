import type { Direction, Preference } from "../../input/matrix/matrix-types.ts";
import type { ValueRange } from "../value-function.ts";

/** A criterion as the methods see it. Weights need not add up to 1; a method that needs that says so. */
interface TableCriterion {
  readonly id: string;
  readonly direction: Direction;
  /** At least 0. */
  readonly weight: number;
  /** Fixed ends of the figure, for methods that are built on them; absent when nobody stated any. */
  readonly range?: ValueRange;
  /** How a difference turns into preference (PROMETHEE); the usual criterion when absent. */
  readonly preference?: Preference;
}

/** Alternatives × criteria in the criteria's own units: what every method judges. Every figure is finite. */
export interface DecisionTable {
  readonly criteria: readonly TableCriterion[];
  readonly figures: readonly (readonly number[])[];
}

export function weightsOf({ criteria }: DecisionTable): number[] {
  return criteria.map(({ weight }) => weight);
}

/** Criteria × alternatives: one list of figures a criterion. */
export function columnsOf({ criteria, figures }: DecisionTable): number[][] {
  return criteria.map((_, j) => figures.map((row) => row[j] ?? Number.NaN));
}

/** Alternatives × criteria from criteria × alternatives. */
export function rowsOf(columns: readonly (readonly number[])[], rows: number): number[][] {
  return Array.from({ length: rows }, (_, i) => columns.map((column) => column[i] ?? Number.NaN));
}

export function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

/** The figure of a column that nobody beats, and the one that nobody undercuts. */
export function endsOf(
  column: readonly number[],
  direction: Direction,
): { best: number; worst: number } {
  const least = Math.min(...column);
  const most = Math.max(...column);
  return direction === "max" ? { best: most, worst: least } : { best: least, worst: most };
}
