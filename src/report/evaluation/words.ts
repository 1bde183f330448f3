import type { Bound } from "../../planner/types.ts";

/** One word for a table cell. */
export const BOUND_WORD: Readonly<Record<Bound, string>> = {
  compute: "compute",
  "memory-bandwidth": "bandwidth",
  "memory-capacity": "capacity",
  network: "network",
  latency: "latency",
  power: "power",
  budget: "budget",
};

/** What would make the deployment better or possible. */
export const BOUND_MEANING: Readonly<Record<Bound, string>> = {
  compute: "arithmetic: more or faster matrix units, or a narrower number format, would help",
  "memory-bandwidth":
    "reading weights and cache: more bytes per second, or fewer bytes, would help",
  "memory-capacity": "what fits: more memory per chip would need fewer chips",
  network: "traffic between chips: faster links or fewer chips per replica would help",
  latency: "fixed times of steps and launches, or the latency limit itself: more chips do not help",
  power: "watts: the power limit holds the clock or the number of chips down",
  budget: "money: the budget is used up before anything else",
};

const SHORT_UNITS: Readonly<Record<string, string>> = {
  "million-tokens": "M tok",
  token: "tok",
  request: "req",
};

/** A unit of work as the contract spells it → short enough for the header of a column. */
export function workUnitWords(workUnit: string): string {
  return SHORT_UNITS[workUnit] ?? workUnit;
}
