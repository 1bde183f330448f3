import type { Direction } from "../../input/matrix/matrix-types.ts";
import { columnsOf, endsOf, rowsOf, sum, type DecisionTable } from "./table.ts";

/** Ways to bring columns of different units on one scale where more is better. */
export const NORMALISATIONS = [
  "none",
  "sum",
  "linear-max",
  "max",
  "min-max",
  "vector",
  "logarithmic",
] as const;

export type NormalisationId = (typeof NORMALISATIONS)[number];

export const NORMALISATION_WORDS: Readonly<Record<NormalisationId, string>> = {
  none: "the figures themselves; a cost counts with a minus sign",
  sum: "x ÷ Σx; a cost is inverted first, 1/x",
  "linear-max": "x ÷ largest; for a cost smallest ÷ x",
  max: "x ÷ largest; for a cost 1 − x ÷ largest",
  "min-max": "(x − smallest) ÷ (largest − smallest); turned round for a cost",
  vector: "x ÷ √Σx²; for a cost 1 − x ÷ √Σx²",
  logarithmic: "ln x ÷ ln Πx; for a cost (1 − that) ÷ (number of candidates − 1)",
};

/**
 * A column on a common scale, more is better. A column in which all are equal tells nobody apart and stays finite:
 * everybody is at its best end.
 *
 * Formulas: Hwang & Yoon 1981, Multiple Attribute Decision Making, ch. 2.3 (vector, linear scale); Opricovic & Tzeng 2004 compare
 * vector and linear scales; costs in sums as in Kracka, Brauers & Zavadskas 2010;
 * logarithmic: E. K. Zavadskas & Z. Turskis, Informatica 19(2), 2008.
 */
export function normaliseColumn(
  column: readonly number[],
  direction: Direction,
  way: NormalisationId,
): number[] {
  switch (way) {
    case "none":
      return column.map((x) => (direction === "max" ? x : -x));
    case "sum": {
      const benefits = direction === "max" ? column : column.map((x) => 1 / x);
      const total = sum(benefits);
      return benefits.map((x) => (total === 0 ? 0 : x / total));
    }
    case "linear-max": {
      const { best } = endsOf(column, direction);
      if (direction === "min") return column.map((x) => (x === 0 ? 1 : best / x));
      return column.map((x) => (best === 0 ? 1 : x / best));
    }
    case "max": {
      const largest = Math.max(...column);
      const parts = column.map((x) => (largest === 0 ? 0 : x / largest));
      return direction === "max" ? parts : parts.map((x) => 1 - x);
    }
    case "logarithmic": {
      const logarithms = column.map(Math.log);
      const total = sum(logarithms);
      const parts = logarithms.map((x) => (total === 0 ? 1 / column.length : x / total));
      const others = Math.max(1, column.length - 1);
      return direction === "max" ? parts : parts.map((x) => (1 - x) / others);
    }
    case "min-max": {
      const { best, worst } = endsOf(column, direction);
      return column.map((x) => (best === worst ? 1 : (x - worst) / (best - worst)));
    }
    default: {
      const length = Math.hypot(...column);
      const shares = column.map((x) => (length === 0 ? 0 : x / length));
      return direction === "max" ? shares : shares.map((x) => 1 - x);
    }
  }
}

/** Alternatives × criteria on a common scale. */
export function normalise(table: DecisionTable, way: NormalisationId): number[][] {
  const columns = columnsOf(table).map((column, j) =>
    normaliseColumn(column, table.criteria[j]?.direction ?? "max", way),
  );
  return rowsOf(columns, table.figures.length);
}

/** Why a ratio of figures means nothing on this table; null when it does. */
export function ratioObstacle(table: DecisionTable, way: NormalisationId): string | null {
  if (way === "min-max" || way === "vector" || way === "none") return null;
  for (const [j, column] of columnsOf(table).entries()) {
    const { id, direction } = table.criteria[j] ?? { id: "", direction: "max" };
    if (way === "logarithmic") {
      // Below 1 logarithms turn negative, and with them the order.
      if (column.some((x) => x < 1))
        return `${way} needs figures of at least 1, and ${id} has less`;
      continue;
    }
    if (column.some((x) => x < 0)) return `${way} needs figures of at least 0, and ${id} has less`;
    const zero = way !== "max" && direction === "min" && column.some((x) => x === 0);
    if (zero && !(way === "linear-max" && column.every((x) => x === 0))) {
      return `${way} divides by the figures of a cost, and ${id} has a 0`;
    }
  }
  return null;
}

/** Why shares of a column mean nothing on this table; null when they do. */
export function negativeObstacle(table: DecisionTable): string | null {
  const j = columnsOf(table).findIndex((column) => column.some((x) => x < 0));
  return j === -1
    ? null
    : `shares need figures of at least 0, and ${table.criteria[j]?.id} has less`;
}
