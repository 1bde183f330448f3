import type { Comparison } from "../policy/types.ts";

/** Rounding of sums must not decide. */
const SLACK = 1e-9;

export interface Judged {
  holds: boolean;
  /** The figure that the value must reach, tolerance included. */
  limit: number;
  /** How far the value is past it, relative to it; null when it holds. */
  missedBy: number | null;
}

/** @param better which way is better; needed by noWorseThan alone */
export function compare(
  value: number,
  reference: number,
  comparison: Comparison,
  better: "lower" | "higher" | null,
): Judged {
  const { operator } = comparison;
  if (operator === "noWorseThan") {
    const { tolerance } = comparison;
    const limit = better === "lower" ? reference * (1 + tolerance) : reference * (1 - tolerance);
    return judged(value, limit, better === "lower" ? "atMost" : "atLeast");
  }
  return judged(value, reference, operator);
}

function judged(
  value: number,
  limit: number,
  operator: Exclude<Comparison["operator"], "noWorseThan">,
): Judged {
  const slack = SLACK * Math.abs(limit);
  const holds = {
    atMost: value <= limit + slack,
    atLeast: value >= limit - slack,
    below: value < limit - slack,
    above: value > limit + slack,
    equals: Math.abs(value - limit) <= slack,
  }[operator];
  const miss = limit === 0 ? Math.abs(value) : Math.abs(value - limit) / Math.abs(limit);
  return { holds, limit, missedBy: holds ? null : miss };
}
