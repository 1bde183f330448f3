import type { InferenceTask } from "../input/workload-types.ts";
import {
  oneShotChips,
  oneShotPoint,
  oneShotUtilisation,
  type OneShotPoint,
  type OneShotSetup,
} from "../simulation/one-shot.ts";
import { meanWatts } from "../simulation/power.ts";
import { waitSeconds } from "../simulation/queueing.ts";
import type { OneShotProgram } from "../workload/program.ts";
import { UNSHARDED, type Sharding } from "../workload/types.ts";
import { arrivalsPerSecond } from "./demand.ts";
import type { FormatOption } from "./format-options.ts";
import { latencyCheck, memoryCheck, throughputCheck } from "./limits.ts";
import { pinnedSharding, type Pins } from "./pins.ts";
import { servingShardings } from "./shardings.ts";
import { boundOf, type TaskOption } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";

const BATCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const REPLICA_FACTORS = [1, 1.1, 1.25, 1.5, 2, 3, 4];
/** An interactive service is never planned fuller than this: waiting grows without bound towards 1. */
const HIGHEST_LOAD = 0.9;

/** Every layout and batch size that fits. */
export function* oneShotOptions(
  task: InferenceTask,
  program: OneShotProgram,
  option: FormatOption,
  head: TaskPlanHead,
  demandFactor: number,
  pins: Pins,
): Generator<TaskOption> {
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
    let slower = 0;
    let best = 0;
    for (const batch of pins.batch === null ? batches(task) : [pins.batch]) {
      const point = oneShotPoint(setup, batch);
      if (!point.fits && pins.batch === null) break;
      yield bestReplicas(task, setup, point, option, head, demandFactor, pins);
      // Once larger batches stop paying, none of the next ones does.
      slower = point.requestsPerSecond > 1.02 * best ? 0 : slower + 1;
      best = Math.max(best, point.requestsPerSecond);
      if (slower >= 2) break;
    }
  }
}

/** One chip where it suffices; more only for models that do not fit or answer too slowly. */
function layouts(
  program: OneShotProgram,
  option: FormatOption,
  pins: Pins,
): readonly Sharding[] {
  if (program.limits.tensor === 1) return [pinnedSharding(pins) ?? UNSHARDED];
  return servingShardings(program, option, pins);
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

function bestReplicas(
  task: InferenceTask,
  setup: OneShotSetup,
  point: OneShotPoint,
  option: FormatOption,
  head: TaskPlanHead,
  demandFactor: number,
  pins: Pins,
): TaskOption {
  const demand = arrivalsPerSecond(task, demandFactor, point.seconds);
  const highest = task.mode === "interactive" ? HIGHEST_LOAD : 1;
  const needed = Math.max(1, Math.ceil(demand / (highest * point.requestsPerSecond) - 1e-9));
  if (pins.chips !== null || pins.dataParallel !== null) {
    const replicas = pins.dataParallel ?? Math.floor((pins.chips ?? 1) / oneShotChips(setup));
    return assemble(task, setup, point, option, head, demand, Math.max(1, replicas));
  }
  let best: TaskOption | null = null;
  for (const factor of REPLICA_FACTORS) {
    best = assemble(task, setup, point, option, head, demand, Math.ceil(needed * factor));
    if (task.mode !== "interactive" || best.limits.every((limit) => limit.pass)) break;
  }
  if (!best) throw new Error("no replica factor was tried");
  return best;
}

function assemble(
  task: InferenceTask,
  setup: OneShotSetup,
  point: OneShotPoint,
  option: FormatOption,
  head: TaskPlanHead,
  demand: number,
  replicas: number,
): TaskOption {
  const perReplica = demand / replicas;
  const load = Math.min(1, perReplica / point.requestsPerSecond);
  const latency = (percentile: number | null): number =>
    point.seconds * Math.ceil(setup.samplesPerRequest / point.batch) +
    waiting(task, setup, point, perReplica, percentile);
  const { endToEnd, timeToFirstToken } = task.latency;
  const limit = endToEnd ?? timeToFirstToken;
  const chipsPerReplica = oneShotChips(setup);
  const chips = replicas * chipsPerReplica;
  const { device } = setup;
  return {
    device,
    chips,
    mixture: point.step,
    load,
    limits: [
      memoryCheck(task.id, point.memoryBytesPerChip, device.usableMemoryBytes),
      throughputCheck(task.id, replicas * point.requestsPerSecond, demand),
      ...latencyCheck(task.id, "end-to-end", limit, latency(limit?.percentile ?? null)),
    ],
    plan: {
      ...head,
      stackId: device.stack.id,
      sharding: setup.sharding,
      chipsPerReplica,
      replicas,
      batch: point.batch,
      microBatches: 1,
      zeroStage: 0,
      recompute: "none",
      precision: option.precision,
      chipShare: chipsPerReplica === 1 ? replicas * load : chips,
      boundBy: boundOf(point.step, false),
      metrics: {
        capacityPerSecond: replicas * point.requestsPerSecond,
        demandPerSecond: demand,
        workUnit: task.load.kind === "frames" ? "frame" : "request",
        timeToFirstTokenSeconds: null,
        timePerOutputTokenSeconds: null,
        endToEndSeconds: latency(limit?.percentile ?? null),
        trainingSeconds: null,
        utilisation: load * oneShotUtilisation(setup, point),
        memoryBytesPerChip: point.memoryBytesPerChip,
        wattsPerChip: meanWatts(device, point.step, load),
      },
    },
  };
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
  const fill = point.batch > 1 ? (point.batch - 1) / (2 * samples) : 0;
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
