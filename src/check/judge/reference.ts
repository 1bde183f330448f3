import type { Amount } from "../policy/types.ts";

/** What an amount comes to; null where no chip has such a figure, or why it cannot be asked. */
export function referenceFigure(
  amount: Amount,
  sources: {
    read: (id: string) => number | null;
    better: "lower" | "higher" | null;
    /** undefined without a baseline, null where it lacks the figure. */
    baseline: number | null | undefined;
  },
): { value: number | null } | { skipped: string } {
  switch (amount.kind) {
    case "figure":
      return { value: amount.value };
    case "baseline":
      if (sources.baseline === undefined) return { skipped: "no baseline is given" };
      return sources.baseline === null
        ? { skipped: "the baseline has no such figure" }
        : { value: sources.baseline * amount.times };
    default: {
      const known = amount.ids.map(sources.read).filter((value) => value !== null);
      if (known.length === 0) return { value: null };
      const lowest = (sources.better === "lower") === (amount.pick === "best");
      return { value: (lowest ? Math.min(...known) : Math.max(...known)) * amount.times };
    }
  }
}
