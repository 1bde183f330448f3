import { groupBy } from "../units/group-by.ts";

/** Groups in the order of their keys, so that the order of the rows does not matter. */
export const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] =>
  [...groupBy(items, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
