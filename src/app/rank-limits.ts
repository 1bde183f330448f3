import type { MatrixAlternative, MatrixCriterion } from "../input/matrix/matrix-types.ts";
import type { MissedLimit } from "../report/rank/types.ts";

/** Hard limits that the alternative misses. A figure that nobody knows meets no limit. */
export function missedLimits(
  { cells }: MatrixAlternative,
  criteria: readonly MatrixCriterion[],
): MissedLimit[] {
  return criteria.flatMap(({ id, limit }, j) => {
    const value = cells[j]?.value ?? null;
    return (["min", "max"] as const).flatMap((kind): MissedLimit[] => {
      const bound = limit[kind];
      if (bound === null) return [];
      if (value === null) {
        return [{ criterion: id, kind, limit: bound, value, shortfall: null, share: null }];
      }
      const shortfall = kind === "min" ? bound - value : value - bound;
      if (shortfall <= 0) return [];
      const share = bound === 0 ? null : shortfall / Math.abs(bound);
      return [{ criterion: id, kind, limit: bound, value, shortfall, share }];
    });
  });
}
