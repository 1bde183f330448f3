import { dominates } from "../dominance.ts";

interface Domination {
  readonly by: number;
  /** Criteria on which the dominating alternative is better. */
  readonly better: readonly number[];
  /** Better on every criterion that has a weight. */
  readonly strict: boolean;
}

export interface DominanceRelations {
  /** By alternative: who dominates it, in the order of the table. */
  readonly dominatedBy: readonly (readonly Domination[])[];
  /** By alternative: how many it dominates. */
  readonly dominates: readonly number[];
  /** By alternative: 1 for those that nobody dominates, 2 for those that only these dominate, and so on. */
  readonly front: readonly number[];
}

/**
 * Who is nowhere worse and somewhere better than whom (Pareto), and the fronts of the non-dominated sort (N. Srinivas & K. Deb,
 * Evolutionary Computation 2(3), 1994).
 *
 * @param rows alternatives × criteria, more is better
 */
export function dominanceRelations(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
): DominanceRelations {
  const counted = weights.flatMap((weight, j) => (weight > 0 ? [j] : []));
  const dominatedBy = rows.map((row) =>
    rows.flatMap((other, by): Domination[] => {
      if (!dominates(other, row, weights)) return [];
      const better = counted.filter((j) => (other[j] ?? 0) > (row[j] ?? 0));
      return [{ by, better, strict: better.length === counted.length }];
    }),
  );
  const dominating = rows.map(
    (_, i) => dominatedBy.filter((list) => list.some(({ by }) => by === i)).length,
  );
  const front = rows.map(() => 0);
  for (let level = 1; front.includes(0); level += 1) {
    const next = front.flatMap((placed, i) => {
      const open = dominatedBy[i]?.some(({ by }) => front[by] === 0) ?? false;
      return placed === 0 && !open ? [i] : [];
    });
    for (const i of next) front[i] = level;
  }
  return { dominatedBy, dominates: dominating, front };
}
