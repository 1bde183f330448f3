import type { UncertainTable } from "./uncertain-table.ts";

/** One uncertain thing moved alone to both ends of its 80 % interval, all else at its base figure. */
export interface Swing {
  /** A figure of one alternative with its own error, or an error that several share. */
  readonly of:
    | { readonly kind: "figure"; readonly alternative: number; readonly criterion: number }
    | { readonly kind: "shared"; readonly factor: number };
  /** Lead of the base winner over the best of the others at the low and the high end; below 0 where it no longer wins. */
  readonly low: number;
  readonly high: number;
}

/** Standard deviations from the middle to either end of an interval that holds 80 %. */
const END = 1.2815515655446004;

/**
 * One-at-a-time sensitivity of the winner's lead, the widest swing first (a tornado diagram: R. A. Howard, Decision analysis:
 * practice and promise, Management Science 34(6), 1988).
 *
 * @param winner index of the alternative of the highest score at the base figures
 */
export function tornado(
  table: UncertainTable,
  weights: readonly number[],
  winner: number,
): Swing[] {
  const { alternatives, criteria, own, factors, loadings } = table;
  if (alternatives < 2) return [];
  const leadWith = (errors: ReadonlyMap<number, number>): number => {
    const scores = Array.from({ length: alternatives }, (_, i) => {
      let score = 0;
      for (let j = 0; j < criteria; j += 1) {
        score += (weights[j] ?? 0) * valueWith(table, i * criteria + j, errors);
      }
      return score;
    });
    const others = scores.filter((_, i) => i !== winner);
    return (scores[winner] ?? 0) - Math.max(...others);
  };
  const swing = (of: Swing["of"], errors: ReadonlyMap<number, number>): Swing => ({
    of,
    low: leadWith(new Map([...errors].map(([cell, error]) => [cell, -error]))),
    high: leadWith(errors),
  });
  const figures = Array.from(own, (deviation, cell) => ({ deviation, cell }))
    .filter(({ deviation }) => deviation > 0)
    .map(({ deviation, cell }) => {
      const alternative = Math.floor(cell / criteria);
      const of = { kind: "figure", alternative, criterion: cell % criteria } as const;
      return swing(of, new Map([[cell, END * deviation]]));
    });
  const shared = Array.from({ length: factors }, (_, factor) => {
    const moved = new Map<number, number>();
    for (const { alternative, criterion, loading, factor: own } of loadings) {
      const cell = alternative * criteria + criterion;
      if (own === factor) moved.set(cell, (moved.get(cell) ?? 0) + END * loading);
    }
    return swing({ kind: "shared", factor }, moved);
  });
  return [...figures, ...shared].sort((a, b) => width(b) - width(a));
}

function valueWith(
  table: UncertainTable,
  cell: number,
  errors: ReadonlyMap<number, number>,
): number {
  const criterion = cell % table.criteria;
  const figure = table.figures[cell] ?? 0;
  const error = errors.get(cell) ?? 0;
  const moved = table.errors[criterion] === "relative" ? figure * Math.exp(error) : figure + error;
  return table.worth[criterion]?.(moved) ?? 0;
}

function width({ low, high }: Swing): number {
  return Math.abs(high - low);
}
