import type { InferenceTask } from "../../input/workload-types.ts";
import {
  servingBase,
  servingChips,
  servingPoint,
  type ServingBase,
  type ServingPoint,
} from "../../simulation/serving.ts";
import { lazyList } from "../../units/lazy-list.ts";
import { once } from "../../units/once.ts";
import { arrivalsPerSecond } from "../demand.ts";
import type { FormatOption } from "../format-options.ts";
import { missOfLatency } from "../limits.ts";
import type { Pins } from "../pins.ts";
import { Choice, type Size, type TaskOption, type Way } from "../task-option.ts";
import type { TaskPlanHead } from "../task-plan.ts";
import { pointsOf, topPoint } from "./batches.ts";
import { decodeOnly, type PoolChoice, type PrefillPool } from "./prefill-pool.ts";
import { responseSeconds, type Held, type Serving } from "./serving.ts";
import { bestReplicas } from "./size.ts";
import { inputFactor } from "./tails.ts";

/** Sequences in flight of a replica that as good as rests. */
const EMPTY_BATCH = 1e-6;

/** What the layouts of a task in one format have in common. */
export interface Common {
  task: InferenceTask;
  option: FormatOption;
  head: TaskPlanHead;
  pins: Pins;
  /** Who may read the prompts; null where every replica reads its own. */
  pools: (() => PoolChoice) | null;
}

/** One layout, simulated when it is first asked what it can do. */
export class LayoutWay implements Way {
  readonly leastChips: number;
  private readonly common: Common;
  private readonly base: () => ServingBase;
  private readonly top: () => ServingPoint;
  private readonly points: (index: number) => ServingPoint | undefined;
  private readonly quickestSeconds: () => number;

  constructor(common: Common, { setup, memory }: Held) {
    const { task, pins, pools } = common;
    this.common = common;
    this.leastChips = servingChips(setup);
    this.base = once(() => {
      const base = servingBase(setup, memory);
      return pools ? decodeOnly(base) : base;
    });
    this.top = once(() => topPoint(this.base(), pins));
    this.points = lazyList(() => pointsOf(task, this.base(), this.top(), pins));
    this.quickestSeconds = once(() => responseSeconds(servingPoint(this.base(), EMPTY_BATCH)));
  }

  /** Nobody waits less for the first token than it takes to read the prompt. */
  get leastMiss(): number {
    const { task } = this.common;
    const { timeToFirstToken, endToEnd } = task.latency;
    const { sharding, prefillSeconds } = this.base();
    const readSeconds = (percentile: number | null): number =>
      sharding.pipeline * prefillSeconds * inputFactor(task, percentile);
    return missOfLatency(timeToFirstToken, readSeconds) + missOfLatency(endToEnd, readSeconds);
  }

  /** A full replica serves most, and asks least of users who wait for it: no batch below the top needs fewer chips. */
  least(demandFactor: number): Size {
    return this.leastAt(this.top(), demandFactor);
  }

  size(demandFactor: number, most: Size): TaskOption | null {
    const choice = new Choice(most);
    // Largest batch first: the next ones need as many chips or more, and more of their time.
    for (let index = 0; ; index++) {
      const point = this.points(index);
      if (point === undefined) break;
      const { chips: bound } = this.leastAt(point, demandFactor);
      if (bound > choice.most.chips || bound === choice.feasible?.chips) break;
      choice.consider(this.sizeAt(point, demandFactor, choice.most));
    }
    return choice.feasible ?? choice.nearestMiss;
  }

  private leastAt(point: ServingPoint, demandFactor: number): Size {
    const { task, pools } = this.common;
    const demand = arrivalsPerSecond(task, demandFactor, responseSeconds(point));
    const reading = pools ? pools().fewestChips(demand) : 0;
    const replicas = demand / point.requestsPerSecond;
    const chips = reading + this.leastChips * Math.max(1, Math.ceil(replicas - 1e-9));
    return { chips, chipShare: this.leastChips === 1 && !pools ? replicas : chips };
  }

  private sizeAt(point: ServingPoint, demandFactor: number, most: Size): TaskOption | null {
    const { task, option, head, pins, pools } = this.common;
    const serving: Serving = {
      task,
      base: this.base(),
      point,
      option,
      head,
      demand: arrivalsPerSecond(task, demandFactor, responseSeconds(point)),
      demandFactor,
      pool: null,
      quickestSeconds: this.quickestSeconds,
      settled: new Map(),
    };
    if (pools) {
      serving.pool = smallestPool(serving, pools());
      if (serving.pool === null) return null;
    }
    const room = Math.floor((most.chips - (serving.pool?.chips ?? 0)) / this.leastChips);
    return bestReplicas(serving, pins, room);
  }
}

/** The smallest prefill pool that leaves time for the first decode step. Users in a closed loop ask most often when answers are quick. */
function smallestPool(serving: Serving, pools: PoolChoice): PrefillPool | null {
  const { task, point, demandFactor } = serving;
  const { timeToFirstToken: limit } = task.latency;
  const demand =
    task.load.kind === "users"
      ? arrivalsPerSecond(task, demandFactor, serving.quickestSeconds())
      : serving.demand;
  const seconds = limit && limit.limitSeconds - point.stepSeconds;
  return pools.smallest(demand, limit && { seconds: seconds ?? 0, percentile: limit.percentile });
}
