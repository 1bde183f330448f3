import { describeNumber } from "../../report/figures.ts";
import type { RelaxedClause } from "../../report/types.ts";
import { listed } from "../../units/listed.ts";

/** The largest factor of all limits in figures; 1 where only clauses go. */
export function largestFactor(changes: readonly RelaxedClause[]): number {
  const factors = changes.map(({ from, to }) =>
    typeof from === "number" && typeof to === "number" ? to / from : 1,
  );
  return Math.max(1, ...factors);
}

/** Continues "it would fit": "without constraints.vendors, with budget.monthly at 31 k USD (now 20 k USD)". */
export function relaxationWords(changes: readonly RelaxedClause[]): string {
  const gone = changes.filter(({ to }) => to === null).map(({ path, title }) => path ?? title);
  const moved = changes.filter(({ to }) => to !== null).map(clauseSaid);
  return [
    ...(gone.length > 0 ? [`without ${listed(gone)}`] : []),
    ...(moved.length > 0 ? [`with ${listed(moved)}`] : []),
  ].join(", ");
}

function clauseSaid({ title, path, from, to, unit }: RelaxedClause): string {
  const show = (value: number | string | null): string =>
    typeof value === "number" ? describeNumber(value, unit) : (value ?? "");
  const now = from === null ? "" : ` (now ${show(from)})`;
  return `${path ?? title} at ${show(to)}${now}`;
}
