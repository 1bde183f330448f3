import type { SweepHeader } from "../../report/sweep/types.ts";

/** In what two headers differ, in words; null when they are of the same sweep. Their shards are not compared. */
export function differenceOf(a: SweepHeader, b: SweepHeader): string | null {
  if (a.fingerprint === b.fingerprint) return null;
  if (a.tool.version !== b.tool.version) {
    return `versions ${a.tool.version} and ${b.tool.version}`;
  }
  if (JSON.stringify(a.axes) !== JSON.stringify(b.axes)) return "the axes differ";
  if (JSON.stringify(a.chips) !== JSON.stringify(b.chips)) return "--chips differs";
  if (a.top !== b.top) return "--top differs";
  return "the workload or the catalogue differs";
}

/** `part 2 of 4`, `the whole grid`. */
export function describeShard({ shard }: SweepHeader): string {
  return shard === null ? "the whole grid" : `part ${shard.part} of ${shard.of}`;
}

/** The points that a file with this header holds when it is complete. */
export function rangeOf({ shard, points }: SweepHeader): { from: number; to: number } {
  return shard === null ? { from: 0, to: points } : { from: shard.from, to: shard.to };
}
