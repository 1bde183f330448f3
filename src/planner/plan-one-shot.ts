import type { InferenceTask, LatencyLimit } from "../input/workload-types.ts";
import {
  oneShotChips,
  oneShotPoint,
  oneShotStep,
  oneShotUtilisation,
  type OneShotPoint,
  type OneShotSetup,
} from "../simulation/one-shot.ts";
import { atClock } from "../simulation/clock.ts";
import { meanWatts } from "../simulation/power.ts";
import { waitSeconds } from "../simulation/queueing.ts";
import { once } from "../units/once.ts";
import { chipsPerReplica, type OneShotProgram } from "../workload/program.ts";
import { UNSHARDED, type Sharding } from "../workload/types.ts";
import { arrivalsPerSecond, HIGHEST_LOAD } from "./demand.ts";
import { fewestReplicas } from "./fewest-replicas.ts";
import type { FormatOption } from "./format-options.ts";
import {
  isWithin,
  latencyLimit,
  memoryLimit,
  reaches,
  throughputLimit,
  type FigureLimit,
} from "./limits.ts";
import { pinnedSharding, type Pins } from "./pins.ts";
import { servingShardings } from "./shardings.ts";
import { anyOf, boundOf, type TaskOption, type Way } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";

const BATCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const REPLICA_FACTORS = [1, 1.1, 1.25, 1.5, 2, 3, 4];

/** Every layout and batch size that fits. */
export function* oneShotWays(
  task: InferenceTask,
  program: OneShotProgram,
  option: FormatOption,
  head: TaskPlanHead,
  pins: Pins,
): Generator<Way> {
  for (const sharding of layouts(program, option, pins)) {
    const setup: OneShotSetup = {
      program,
      device: option.device,
      formats: option.formats,
      sharding,
      length: task.inputLength.mean,
      samplesPerRequest: samplesPerRequest(task, program),
      steps: task.steps,
    };
    const points = once(() =>
      [...pointsOf(task, setup, pins)].map((point) =>
        batchWay({ task, setup, point, option, head }, pins),
      ),
    );
    yield anyOf(oneShotChips(setup), points);
  }
}

/** One batch size on a layout. */
function batchWay(fixed: Omit<Serving, "demand" | "demandFactor">, pins: Pins): Way {
  const { task, setup, point, option, head } = fixed;
  const leastChips = oneShotChips(setup);
  const responseSeconds = batchesSeconds(setup, point);
  return {
    leastChips,
    least: (demandFactor) => {
      const demand = arrivalsPerSecond(task, demandFactor, responseSeconds);
      const replicas = demand / point.requestsPerSecond;
      const chips = leastChips * Math.max(1, Math.ceil(replicas - 1e-9));
      return { chips, chipShare: leastChips === 1 ? replicas : chips };
    },
    size(demandFactor) {
      const demand = arrivalsPerSecond(task, demandFactor, responseSeconds);
      return bestReplicas({ task, setup, point, option, head, demand, demandFactor }, pins);
    },
  };
}

/** Batch sizes that fit; once larger ones stop paying twice in a row, none of the next ones does. */
function* pointsOf(task: InferenceTask, setup: OneShotSetup, pins: Pins): Generator<OneShotPoint> {
  if (pins.batch !== null) {
    yield oneShotPoint(setup, pins.batch);
    return;
  }
  let slower = 0;
  let best = 0;
  for (const batch of batches(task)) {
    const point = oneShotPoint(setup, batch);
    if (!point.fits) return;
    yield point;
    slower = point.requestsPerSecond > 1.02 * best ? 0 : slower + 1;
    best = Math.max(best, point.requestsPerSecond);
    if (slower >= 2) return;
  }
}

/** One chip where it suffices; more only for models that do not fit or answer too slowly. */
function layouts(program: OneShotProgram, option: FormatOption, pins: Pins): readonly Sharding[] {
  const pinned = pinnedSharding(pins);
  if (pinned) return [pinned];
  if (program.limits.tensor === 1) return [UNSHARDED];
  const most = pins.chips ?? Number.POSITIVE_INFINITY;
  return servingShardings(program, option, pins).filter(
    (sharding) => chipsPerReplica(sharding) <= most,
  );
}

/** Frames of one stream come one by one; only different streams can share a batch. */
function batches(task: InferenceTask): readonly number[] {
  const { load } = task;
  if (load.kind !== "frames") return BATCHES;
  return BATCHES.filter((batch) => batch <= load.streams);
}

/** Models without a token axis read the input length as samples per request. */
function samplesPerRequest(task: InferenceTask, program: OneShotProgram): number {
  return program.countsTokens ? 1 : Math.max(1, task.inputLength.mean);
}

/** A batch size on a layout, waiting for its number of replicas. */
interface Serving {
  task: InferenceTask;
  setup: OneShotSetup;
  point: OneShotPoint;
  option: FormatOption;
  head: TaskPlanHead;
  demand: number;
  demandFactor: number;
}

function bestReplicas(serving: Serving, pins: Pins): TaskOption {
  const { task, setup, point, demand } = serving;
  if (pins.chips !== null || pins.dataParallel !== null) {
    const replicas = pins.dataParallel ?? Math.floor((pins.chips ?? 1) / oneShotChips(setup));
    return describe(serving, Math.max(1, replicas));
  }
  const highest = task.mode === "interactive" ? HIGHEST_LOAD : 1;
  const needed = Math.max(1, Math.ceil(demand / (highest * point.requestsPerSecond) - 1e-9));
  // More replicas shorten the wait, never the work.
  const factors = task.mode === "interactive" && workMeetsLimit(serving) ? REPLICA_FACTORS : [1];
  const replicas = fewestReplicas(needed, factors, (count) => meetsLimits(serving, count));
  return describe(serving, replicas ?? needed);
}

/** `limitsOf` without the words. */
function meetsLimits(serving: Serving, replicas: number): boolean {
  const { task, setup, point, demand } = serving;
  const limit = latencyLimitOf(task);
  return (
    isWithin(point.memoryBytesPerChip, setup.device.usableMemoryBytes) &&
    reaches(replicas * point.requestsPerSecond, demand) &&
    (!limit || isWithin(latencySeconds(serving, replicas), limit.limitSeconds))
  );
}

function workMeetsLimit({ task, setup, point }: Serving): boolean {
  const limit = latencyLimitOf(task);
  return !limit || batchesSeconds(setup, point) <= limit.limitSeconds;
}

/** One pass answers: its end is its first token. */
const latencyLimitOf = (task: InferenceTask): LatencyLimit | null =>
  task.latency.endToEnd ?? task.latency.timeToFirstToken;

/** A request of several samples takes its batches one after the other. */
const batchesSeconds = (setup: OneShotSetup, point: OneShotPoint): number =>
  point.seconds * Math.ceil(setup.samplesPerRequest / point.batch);

function latencySeconds(serving: Serving, replicas: number): number {
  const { task, setup, point, demand } = serving;
  const percentile = latencyLimitOf(task)?.percentile ?? null;
  const wait = waiting(task, setup, point, demand / replicas, percentile);
  return batchesSeconds(setup, point) + wait;
}

function limitsOf(serving: Serving, replicas: number): readonly FigureLimit[] {
  const { task, setup, point, demand } = serving;
  return [
    memoryLimit(task.id, point.memoryBytesPerChip, setup.device.usableMemoryBytes),
    throughputLimit(task.id, replicas * point.requestsPerSecond, demand),
    ...latencyLimit(task.id, "end-to-end", latencyLimitOf(task), latencySeconds(serving, replicas)),
  ];
}

function describe(serving: Serving, replicas: number): TaskOption {
  const { task, setup, point, option, head, demand } = serving;
  const { device } = setup;
  const load = Math.min(1, demand / replicas / point.requestsPerSecond);
  const chipsPerReplica = oneShotChips(setup);
  const chips = replicas * chipsPerReplica;
  const chipShare = chipsPerReplica === 1 ? replicas * load : chips;
  const stepOf = once(() => oneShotStep(setup, point.batch));
  const wattsPerChip = once(() => meanWatts(device, stepOf(), load));
  const limits = limitsOf(serving, replicas);
  return {
    device,
    chips,
    chipShare,
    wattsPerChip,
    turnSeconds: task.mode === "streaming" ? point.seconds : null,
    limits,
    atClock: (fraction) => describe(slowed(serving, fraction), replicas),
    settle: () => ({
      limits,
      plan: {
        taskId: head.taskId,
        modelId: head.modelId,
        compression: head.compression,
        accuracyRisk: head.accuracyRisk,
        stackId: device.stack.id,
        sharding: setup.sharding,
        chipsPerReplica,
        replicas,
        batch: point.batch,
        microBatches: 1,
        zeroStage: 0,
        recompute: "none",
        precision: option.precision,
        clockFraction: device.clockFraction,
        chipShare,
        boundBy: boundOf(stepOf(), false),
        metrics: {
          capacityPerSecond: replicas * point.requestsPerSecond,
          demandPerSecond: demand,
          workUnit: task.load.kind === "frames" ? "frame" : "request",
          timeToFirstTokenSeconds: null,
          timePerOutputTokenSeconds: null,
          endToEndSeconds: latencySeconds(serving, replicas),
          trainingSeconds: null,
          utilisation: load * oneShotUtilisation(setup, stepOf()),
          memoryBytesPerChip: point.memoryBytesPerChip,
          wattsPerChip: wattsPerChip(),
        },
      },
    }),
  };
}

/** The same batch on slower chips. */
function slowed(serving: Serving, fraction: number): Serving {
  const setup = { ...serving.setup, device: atClock(serving.setup.device, fraction) };
  const point = oneShotPoint(setup, serving.point.batch);
  const demand = arrivalsPerSecond(
    serving.task,
    serving.demandFactor,
    batchesSeconds(setup, point),
  );
  return { ...serving, setup, point, demand };
}

/**
 * Time before a batch starts. Requests come at random: they wait for their batch to fill and for the batches before theirs. Frames
 * come in step: they wait for the other streams of their batch and, when the chip is busy, for one batch on average half done.
 */
function waiting(
  task: InferenceTask,
  setup: OneShotSetup,
  point: OneShotPoint,
  arrivals: number,
  percentile: number | null,
): number {
  if (task.mode === "batch") return 0;
  const samples = arrivals * setup.samplesPerRequest;
  // A request of several samples fills as much of a batch by itself; the last of its batch does not wait for others at all.
  const requests = point.batch / setup.samplesPerRequest;
  const fill = requests > 1 ? (requests - 1) / (2 * arrivals) : 0;
  if (task.mode === "streaming") {
    const load = arrivals / point.requestsPerSecond;
    const concurrent = task.load.kind === "frames" ? task.load.streams > point.batch : false;
    return fill + (concurrent ? (load * point.seconds) / 2 : 0);
  }
  const queue = {
    arrivalsPerSecond: samples / point.batch,
    serviceSeconds: point.seconds,
    serviceVariation: 0,
  };
  return fill + waitSeconds(queue, percentile);
}
