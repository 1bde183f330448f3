import type { LimitCheck } from "../../planner/types.ts";
import { describeNumber, percent } from "../figures.ts";
import type { Candidate } from "../types.ts";

export interface Miss {
  candidate: Candidate;
  limit: LimitCheck | null;
  /** "by 12 % (1.12 s, limit 1 s)", or the planner's own sentence where there is no number. */
  text: string;
  /** Shortfall over limit; null when the limit is a property or is zero. */
  relative: number | null;
}

export function failedLimits(candidate: Candidate): readonly LimitCheck[] {
  return candidate.limits.filter((limit) => !limit.pass);
}

export function describeMiss(candidate: Candidate, limit: LimitCheck): Miss {
  const { value, limit: allowed, shortfall, unit } = limit;
  const isMeasured = typeof value === "number" && typeof allowed === "number" && allowed !== 0;
  if (!isMeasured || shortfall === null || !Number.isFinite(shortfall / allowed)) {
    return { candidate, limit, text: sentence(candidate, limit.message), relative: null };
  }
  const relative = Math.abs(shortfall / allowed);
  const figures = `${describeNumber(value, unit)}, limit ${describeNumber(allowed, unit)}`;
  return { candidate, limit, text: `by ${percent(relative)} (${figures})`, relative };
}

/** The clause that sets a limit and where it stands: `budget.monthly, line 38`. */
export function clauseText(path: string, line: number | undefined): string {
  return line === undefined ? path : `${path}, line ${line}`;
}

/**
 * What the message says of the candidate: without its name in front, what stands in apposition to it ("A10, a card of
 * 150 W, …") and the full stop, so that candidates with the same fault get the same text.
 */
export function sentence(candidate: Candidate, message: string): string {
  const text = message.replace(/\.$/u, "").replace(`: ${candidate.name} and its `, ": its ");
  if (!text.startsWith(candidate.name)) return text;
  return text
    .slice(candidate.name.length)
    .replace(/^, [^,]*,/u, "")
    .trimStart();
}

/** Sorts by how little is missing; misses without a figure come last, ties by id. */
export function byNearness(a: Miss, b: Miss): number {
  const difference = (a.relative ?? Infinity) - (b.relative ?? Infinity);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return a.candidate.id < b.candidate.id ? -1 : 1;
}

/** The candidate with the smallest largest miss, told by that miss; null when no miss has a figure. */
export function nearestMiss(candidates: readonly Candidate[]): Miss | null {
  const worst = candidates.flatMap((candidate) => {
    const misses = failedLimits(candidate).map((limit) => describeMiss(candidate, limit));
    if (misses.length === 0 || misses.some(({ relative }) => relative === null)) return [];
    return misses.toSorted(byNearness).slice(-1);
  });
  return worst.toSorted(byNearness)[0] ?? null;
}
