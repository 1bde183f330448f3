import type { Device } from "../simulation/device.ts";
import type { StepTime } from "../simulation/step-time.ts";
import type { FigureLimit } from "./limits.ts";
import type { Bound, LimitCheck, TaskPlan } from "./types.ts";

/** What a task takes of one kind of chip. */
export interface Size {
  /** Whole chips when the task has them to itself. */
  chips: number;
  /** Chips of time that the task takes; less than `chips` where it leaves room for others. */
  chipShare: number;
}

/** A way to run one task on one kind of chip at one site, with what the choice among the ways needs to know. */
export interface TaskOption extends Size {
  device: Device;
  /** Asked only where two options take as many chips and as much of their time. */
  wattsPerChip(): number;
  /** Longest time that the task keeps a chip without a break, when its work comes in step (frames); null when it comes at random. */
  turnSeconds: number | null;
  /** How far it misses its limits (`missOf`) with every replica as full as planned, or where closed-loop users settle; 0 when it meets them. */
  miss: number;
  /** The same layout at a share of the nominal clock; null where the clock is fixed. */
  atClock: (fraction: number) => TaskOption | null;
  /** The plan in full, with the limits in the state that the replicas settle in; asked for once, of the chosen option. */
  settle(): { plan: TaskPlan; limits: readonly FigureLimit[] };
}

/**
 * A layout that holds the model, waiting for a demand. What does not depend on the demand is computed once, so that the same
 * ways serve today's demand and the growth target.
 */
export interface Way {
  /** Chips that the layout takes at least, whatever the demand: known before anything is simulated. */
  leastChips: number;
  /** No size of it misses its limits by less; 0 where one may meet them. Known without the bound on its size. */
  readonly leastMiss: number;
  /** Less than this cannot carry `demandFactor` times today's demand. A proven bound: ways above the best plan are not sized. */
  least(demandFactor: number): Size;
  /** The least that does, or the nearest miss. Null when the way cannot be sized at all, or not within `most`. */
  size(demandFactor: number, most: Size): TaskOption | null;
}

const UNLIMITED: Size = {
  chips: Number.POSITIVE_INFINITY,
  chipShare: Number.POSITIVE_INFINITY,
};

/** Fewer chips first, then less of a chip's time: on one kind of chip that is the order of cost. */
const exceeds = (a: Size, b: Size): boolean =>
  a.chips > b.chips || (a.chips === b.chips && a.chipShare > b.chipShare);

/** The least that any of the ways takes. */
export function smallest(ways: readonly Way[], demandFactor: number): Size {
  let least = UNLIMITED;
  for (const way of ways) {
    const size = way.least(demandFactor);
    if (exceeds(least, size)) least = size;
  }
  return least;
}

/** The best option, or the nearest miss with the limits it misses. */
export interface TaskOutcome {
  feasible: TaskOption | null;
  nearestMiss: TaskOption | null;
  /** Limits missed when there is not even a nearest miss (no format, does not fit). */
  failure: readonly LimitCheck[];
  boundBy: Bound | null;
}

/** The smaller one, then the one of less power. */
const cheaper = (a: TaskOption, b: TaskOption): boolean =>
  exceeds(b, a) || (!exceeds(a, b) && a.wattsPerChip() < b.wattsPerChip());

/** What takes most of the time; a batch that memory cut short is bound by capacity. */
export function boundOf(mixture: StepTime, batchCutByMemory: boolean): Bound {
  const { computeBoundSeconds, memoryBoundSeconds, networkSeconds, overheadSeconds } = mixture;
  const largest = Math.max(
    computeBoundSeconds,
    memoryBoundSeconds,
    networkSeconds,
    overheadSeconds,
  );
  if (largest === computeBoundSeconds) return "compute";
  if (largest === memoryBoundSeconds) {
    return batchCutByMemory ? "memory-capacity" : "memory-bandwidth";
  }
  return largest === networkSeconds ? "network" : "latency";
}

/** The cheapest of the ways (fewest `leastChips` first) at a demand that takes no more than `most`, or the nearest miss when none meets its limits. */
export function cheapest(ways: readonly Way[], demandFactor: number, most = UNLIMITED): Choice {
  const choice = new Choice(most);
  const order = new BestFirst(ways, demandFactor);
  let way = order.next(choice.most);
  for (; way; way = order.next(choice.most)) choice.consider(way.size(demandFactor, choice.most));
  if (choice.feasible || Number.isFinite(most.chips)) return choice;
  for (const hopeless of order.hopeless.toSorted((a, b) => a.leastMiss - b.leastMiss)) {
    if (choice.nearestMiss && hopeless.leastMiss >= choice.nearestMiss.miss) break;
    choice.consider(hopeless.size(demandFactor, choice.most));
  }
  return choice;
}

/** The best of the options considered so far that take no more than a size. */
export class Choice {
  feasible: TaskOption | null = null;
  nearestMiss: TaskOption | null = null;
  /** Larger options need not be considered. */
  most: Size;

  constructor(most: Size) {
    this.most = most;
  }

  consider(option: TaskOption | null): void {
    if (!option) return;
    if (option.miss === 0) {
      if (this.feasible && !cheaper(option, this.feasible)) return;
      this.feasible = option;
      if (exceeds(this.most, option)) this.most = option;
    } else if (!this.feasible) {
      // A queue that grows without bound misses by infinity, and is still worth showing.
      if (this.nearestMiss && option.miss >= this.nearestMiss.miss) return;
      this.nearestMiss = option;
    }
  }
}

/** Hands out ways by the bound on their size; a way that its layout alone rules out is never asked for the bound, which costs a simulation. */
class BestFirst {
  /** Ways that cannot meet their limits, found on the way: of interest where none can. */
  readonly hopeless: Way[] = [];
  private readonly ways: readonly Way[];
  private asked = 0;
  /** Smallest bound last. */
  private readonly bounded: { way: Way; bound: Size }[] = [];
  private readonly demandFactor: number;

  constructor(ways: readonly Way[], demandFactor: number) {
    this.ways = ways;
    this.demandFactor = demandFactor;
  }

  /** The way with the smallest bound of at most `most`; of equal bounds the one that came first. */
  next(most: Size): Way | null {
    for (;;) {
      const way = this.ways[this.asked];
      const best = this.bounded.at(-1);
      if (!way || way.leastChips > most.chips) break;
      if (best && best.bound.chips < way.leastChips) break;
      this.asked++;
      if (way.leastMiss > 0) this.hopeless.push(way);
      else this.insert(way, way.least(this.demandFactor));
    }
    const best = this.bounded.at(-1);
    if (!best || exceeds(best.bound, most)) return null;
    this.bounded.pop();
    return best.way;
  }

  private insert(way: Way, bound: Size): void {
    let index = this.bounded.length;
    while (index > 0 && !exceeds((this.bounded[index - 1] ?? { bound }).bound, bound)) index--;
    this.bounded.splice(index, 0, { way, bound });
  }
}
