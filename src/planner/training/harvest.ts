import type { FoundLayout } from "./found.ts";
import { addRejections, noRejections, type RejectionCounts } from "./rejections.ts";

/** What is kept of a search that looks at every configuration; its size does not grow with their number. */
export interface Harvest {
  /** Configurations costed, those that are placed otherwise at the same cost, and those of the costed ones that fit the memory. */
  configurations: number;
  sameCost: number;
  fitting: number;
  /** The quickest splits, quickest first, each with its best schedule. */
  best: readonly FoundLayout[];
  /** The quickest layout of each number of chips. */
  byChips: ReadonlyMap<number, FoundLayout>;
  rejected: RejectionCounts;
}

/** Quicker first; then fewer chips, and then a fixed order, so that the order of the search makes no difference. */
function compareFound(a: FoundLayout, b: FoundLayout): number {
  return (
    a.stepSeconds - b.stepSeconds ||
    a.chips - b.chips ||
    a.split.tensor - b.split.tensor ||
    a.split.context - b.split.context ||
    a.split.expert - b.split.expert ||
    a.pipeline - b.pipeline ||
    a.microBatch - b.microBatch ||
    a.data - b.data
  );
}

export interface Collector {
  harvest: Harvest & { best: FoundLayout[]; byChips: Map<number, FoundLayout> };
  /** How many of the quickest are kept. */
  top: number;
}

export const collector = (top: number): Collector => ({
  harvest: {
    configurations: 0,
    sameCost: 0,
    fitting: 0,
    best: [],
    byChips: new Map(),
    rejected: noRejections(),
  },
  top,
});

/** Seconds from which on nobody is interested in a layout with so many chips. */
export function threshold({ harvest, top }: Collector, chips: number): number {
  const { best, byChips } = harvest;
  const last = best.length < top ? Number.MAX_VALUE : (best[top - 1]?.stepSeconds ?? 0);
  // Ties are settled by a fixed order, not by which came first.
  return Math.max(last, byChips.get(chips)?.stepSeconds ?? Number.MAX_VALUE) * (1 + 1e-15);
}

export function keep({ harvest, top }: Collector, found: FoundLayout): void {
  const { best, byChips } = harvest;
  const known = byChips.get(found.chips);
  if (!known || compareFound(found, known) < 0) byChips.set(found.chips, found);
  // The first that is not better; it is the layout itself where the parts of a join bring it twice.
  const at = best.findIndex((other) => compareFound(found, other) <= 0);
  const next = best[at];
  if (next && compareFound(found, next) === 0) return;
  if (at < 0) best.push(found);
  else best.splice(at, 0, found);
  if (best.length > top) best.pop();
}

/** Joins what several searches of parts of a space have found; in any order the same. */
export function joinHarvests(parts: readonly Harvest[], top: number): Harvest {
  const whole = collector(top);
  for (const part of parts) {
    whole.harvest.configurations += part.configurations;
    whole.harvest.sameCost += part.sameCost;
    whole.harvest.fitting += part.fitting;
    addRejections(whole.harvest.rejected, part.rejected);
    for (const found of [...part.best, ...part.byChips.values()]) keep(whole, found);
  }
  return whole.harvest;
}

/** Layouts that no other beats in chips and in time at once, fewest chips first. */
export function paretoFront({ byChips }: Pick<Harvest, "byChips">): readonly FoundLayout[] {
  const front: FoundLayout[] = [];
  let quickest = Number.POSITIVE_INFINITY;
  for (const found of [...byChips.values()].sort((a, b) => a.chips - b.chips)) {
    if (found.stepSeconds >= quickest) continue;
    quickest = found.stepSeconds;
    front.push(found);
  }
  return front;
}
