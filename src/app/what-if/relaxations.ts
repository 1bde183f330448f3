import type { Candidate, Relaxation } from "../../report/types.ts";
import type { Examined } from "../examine.ts";
import { limitsWithoutClauses, relaxation } from "./relax.ts";
import type { Start } from "./start.ts";

/** Excluded candidates that are looked at: each is planned anew some dozen times. */
const LOOKED_AT = 8;

/**
 * Where nobody meets every limit: what would let the nearest candidates take part. They come first then, the one that needs the
 * smallest change in front.
 */
export function withRelaxations(
  start: Start,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const nearest = start.examined
    .map((entry) => ({ entry, distance: distance(start, entry) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance || (a.entry.chip.id < b.entry.chip.id ? -1 : 1))
    .slice(0, LOOKED_AT);
  const found = new Map(
    nearest.map(({ entry }) => [entry.chip.id, relaxation(start, entry)] as const),
  );
  return candidates
    .map((candidate) => {
      const needed = found.get(candidate.id);
      return needed === undefined ? candidate : { ...candidate, relaxation: needed };
    })
    .toSorted((a, b) => effort(a.relaxation) - effort(b.relaxation));
}

/** A clause without a figure that has to go counts like a limit that has to double. */
const CLAUSE = Math.LN2;

/** How far a chip is from every limit: the largest relative miss as a factor, in nepers. Infinite where a fact stands in the way. */
function distance(start: Start, entry: Examined): number {
  const left = limitsWithoutClauses(start, entry);
  if (left === null) return Number.POSITIVE_INFINITY;
  const misses = left.limits
    .filter(({ pass }) => !pass)
    .map(({ limit, shortfall }) =>
      typeof limit === "number" && limit > 0 && shortfall !== null
        ? Math.log1p(shortfall / limit)
        : Number.POSITIVE_INFINITY,
    );
  return CLAUSE * left.dropped + Math.max(0, ...misses);
}

/** Smallest change first, then those that nothing helps or nobody looked at. */
function effort(found: Relaxation | null | undefined): number {
  if (!found) return Number.MAX_VALUE;
  const dropped = found.changes.filter(({ from, to }) => typeof from !== "number" || to === null);
  return Math.log(found.factor) + CLAUSE * dropped.length;
}
