import type { Filter } from "../../input/workload-types.ts";

/** Whether a filter limits anything at all. */
export function isSet(filter: Filter): boolean {
  return filter.allow.length > 0 || filter.deny.length > 0;
}

/** `deny` wins over `allow`; an empty `allow` admits everything. `matches` says whether a listed name means the thing at hand. */
export function admits(filter: Filter, matches: (listed: string) => boolean): boolean {
  if (filter.deny.some(matches)) return false;
  return filter.allow.length === 0 || filter.allow.some(matches);
}

/** The filter in words: "only A, B; not C". */
export function describeFilter({ allow, deny }: Filter): string {
  const parts = [
    ...(allow.length > 0 ? [`only ${allow.join(", ")}`] : []),
    ...(deny.length > 0 ? [`not ${deny.join(", ")}`] : []),
  ];
  return parts.join("; ");
}

/** Names are compared without regard to case: people write "nvidia". */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
