import type { InferenceTask } from "../input/workload-types.ts";
import {
  servingBase,
  servingChips,
  servingMemory,
  servingPoint,
  type ServingPoint,
  type ServingSetup,
} from "../simulation/serving.ts";
import { lazyList } from "../units/lazy-list.ts";
import { once } from "../units/once.ts";
import type { GenerativeProgram } from "../workload/program.ts";
import type { Sharding } from "../workload/types.ts";
import { arrivalsPerSecond } from "./demand.ts";
import type { FormatOption } from "./format-options.ts";
import { NO_PINS, pinnedSharding, type Pins } from "./pins.ts";
import { pointsOf, topPoint } from "./serving/batches.ts";
import {
  decodeOnly,
  poolChoice,
  type PoolChoice,
  type PrefillPool,
} from "./serving/prefill-pool.ts";
import { responseSeconds, type Serving } from "./serving/serving.ts";
import { bestReplicas } from "./serving/size.ts";
import { pipelineShardings, servingShardings } from "./shardings.ts";
import { Choice, type Way } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";

/** Sequences in flight of a replica that as good as rests. */
const EMPTY_BATCH = 1e-6;

/** Every layout of one format option that can hold the weights, each with its best batch sizes. */
export function* generativeWays(
  task: InferenceTask,
  program: GenerativeProgram,
  option: FormatOption,
  head: TaskPlanHead,
  pins: Pins,
): Generator<Way> {
  const shardings = servingShardings(program, option, pins, task.inputLength.mean);
  let setups = holding(task, program, option, shardings, pins);
  // Weights that leave no room for a single sequence's cache need stages too.
  if (setups.length === 0) {
    setups = holding(task, program, option, pipelineShardings(program, option), pins);
  }
  for (const setup of setups) yield layoutWay(task, setup, option, head, pins, null);
  if (!task.disaggregation || task.mode === "batch" || isPinned(pins)) return;
  const pools = once(() => poolChoice(task, setups));
  for (const setup of setups) yield layoutWay(task, setup, option, head, pins, pools);
}

/** Pins describe replicas of one kind. */
const isPinned = ({ chips, dataParallel, batch, ...pins }: Pins): boolean =>
  chips !== null ||
  dataParallel !== null ||
  batch !== null ||
  pinnedSharding({ ...NO_PINS, ...pins }) !== null;

/** One layout, simulated when it is first asked what it can do; with `pools` for a task whose prompts others read. */
function layoutWay(
  task: InferenceTask,
  setup: ServingSetup,
  option: FormatOption,
  head: TaskPlanHead,
  pins: Pins,
  pools: (() => PoolChoice) | null,
): Way {
  const chips = servingChips(setup);
  const base = once(() => (pools ? decodeOnly(servingBase(setup)) : servingBase(setup)));
  const top = once(() => topPoint(base(), pins));
  const quickestSeconds = once(() => responseSeconds(servingPoint(base(), EMPTY_BATCH)));
  const waysOf = (point: ServingPoint): Way => {
    const serving = (demandFactor: number): Serving => {
      const demand = arrivalsPerSecond(task, demandFactor, responseSeconds(point));
      const common = { task, base: base(), point, option, head, demand, demandFactor };
      return { ...common, pool: null, quickestSeconds };
    };
    return {
      leastChips: chips,
      least: (demandFactor) => {
        const demand = arrivalsPerSecond(task, demandFactor, responseSeconds(point));
        const reading = pools ? pools().fewestChips(demand) : 0;
        const replicas = demand / point.requestsPerSecond;
        const least = reading + chips * Math.max(1, Math.ceil(replicas - 1e-9));
        return { chips: least, chipShare: chips === 1 && !pools ? replicas : least };
      },
      size(demandFactor, most) {
        const alone = serving(demandFactor);
        const pool = pools ? smallestPool(alone, pools()) : null;
        if (pools && !pool) return null;
        const room = Math.floor((most.chips - (pool?.chips ?? 0)) / chips);
        return bestReplicas({ ...alone, pool }, pins, room);
      },
    };
  };
  const points = lazyList(() => pointsOf(task, base(), top(), pins));
  return {
    leastChips: chips,
    // A full replica serves most, and asks least of users who wait for it: no batch below the top needs fewer chips.
    least: (demandFactor) => waysOf(top()).least(demandFactor),
    size: (demandFactor, most) => {
      const choice = new Choice(most);
      // Largest batch first: the next ones need as many chips or more, and more of their time.
      for (let index = 0, point = points(0); point; point = points(++index)) {
        const way = waysOf(point);
        const { chips: bound } = way.least(demandFactor);
        if (bound > choice.most.chips || bound === choice.feasible?.chips) break;
        choice.consider(way.size(demandFactor, choice.most));
      }
      return choice.feasible ?? choice.nearestMiss;
    },
  };
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

/** The layouts that hold at least one sequence on no more chips than there may be; pinned ones whatever they hold. */
function holding(
  task: InferenceTask,
  program: GenerativeProgram,
  option: FormatOption,
  shardings: readonly Sharding[],
  pins: Pins,
): readonly ServingSetup[] {
  const setups = shardings.map((sharding) => ({
    program,
    device: option.device,
    formats: option.formats,
    sharding,
    inputTokens: task.inputLength.mean,
    outputTokens: Math.max(1, task.outputLength.mean),
  }));
  if (pinnedSharding(pins) !== null) return setups;
  return setups.filter(
    (setup) =>
      (pins.batch !== null || servingMemory(setup).largestBatch >= 1) &&
      (pins.chips === null || servingChips(setup) <= pins.chips),
  );
}
