import type { InferenceTask } from "../input/workload-types.ts";
import {
  servingBase,
  servingChips,
  servingPoint,
  servingUtilisation,
} from "../simulation/serving.ts";
import type { ServingBase, ServingPoint } from "../simulation/serving.ts";
import { lengthVariation, waitSeconds } from "../simulation/queueing.ts";
import { meanWatts } from "../simulation/power.ts";
import type { GenerativeProgram } from "../workload/program.ts";
import { arrivalsPerSecond } from "./demand.ts";
import type { FormatOption } from "./format-options.ts";
import { holds, latencyLimit, memoryLimit, throughputLimit, type FigureLimit } from "./limits.ts";
import { pinnedSharding, type Pins } from "./pins.ts";
import { servingShardings } from "./shardings.ts";
import { boundOf, type TaskOption } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";

/** More sequences in flight than serving engines schedule (vLLM's default limit is 256 to 1,024). */
const LARGEST_BATCH = 1024;
/** Replicas are added for the sake of waiting times up to this multiple of what the throughput needs. */
const REPLICA_FACTORS = [1, 1.1, 1.25, 1.5, 2, 3, 4, 6, 8];

/** Every layout of one format option that can hold the weights, each with its best batch and number of replicas. */
export function* generativeOptions(
  task: InferenceTask,
  program: GenerativeProgram,
  option: FormatOption,
  head: TaskPlanHead,
  demandFactor: number,
  pins: Pins,
): Generator<TaskOption> {
  for (const sharding of servingShardings(program, option, pins)) {
    const base = servingBase({
      program,
      device: option.device,
      formats: option.formats,
      sharding,
      inputTokens: task.inputLength.mean,
      outputTokens: Math.max(1, task.outputLength.mean),
    });
    if (base.largestBatch < 1 && pinnedSharding(pins) === null && pins.batch === null) continue;
    yield bestReplicas(task, base, option, head, demandFactor, pins);
  }
}

/** A layout at its best batch, waiting for its number of replicas. */
interface Serving {
  task: InferenceTask;
  base: ServingBase;
  point: ServingPoint;
  option: FormatOption;
  head: TaskPlanHead;
  demand: number;
}

function bestReplicas(
  task: InferenceTask,
  base: ServingBase,
  option: FormatOption,
  head: TaskPlanHead,
  demandFactor: number,
  pins: Pins,
): TaskOption {
  const largest = Math.max(1, Math.min(base.largestBatch, LARGEST_BATCH * base.sharding.data));
  const point =
    pins.batch === null ? fastestWithinLimit(task, base, largest) : servingPoint(base, pins.batch);
  const response =
    point.prefillLatencySeconds + task.outputLength.mean * point.timePerOutputTokenSeconds;
  const demand = arrivalsPerSecond(task, demandFactor, response);
  const serving = { task, base, point, option, head, demand };
  if (pins.chips !== null || pins.dataParallel !== null) {
    const replicas = pins.dataParallel ?? Math.floor((pins.chips ?? 1) / servingChips(base));
    return describe(serving, Math.max(1, replicas));
  }
  const needed = Math.max(1, Math.ceil(demand / point.requestsPerSecond - 1e-9));
  // Replicas shorten waiting; they cannot mend a limit that an idle one misses.
  const worth = task.mode !== "batch" && latencyLimits(serving, Infinity).every(holds);
  const replicas = (worth ? REPLICA_FACTORS : [1])
    .map((factor) => Math.ceil(needed * factor))
    .find((count) => latencyLimits(serving, count).every(holds));
  return describe(serving, replicas ?? needed);
}

/** The largest batch whose time per token stays within the limit; at least one sequence, whatever the limit says. */
function fastestWithinLimit(task: InferenceTask, base: ServingBase, largest: number): ServingPoint {
  const limit = tokenLimit(task, base);
  const top = servingPoint(base, largest);
  if (top.timePerOutputTokenSeconds <= limit) return top;
  let low = 1;
  let high = largest;
  let best = servingPoint(base, 1);
  while (high - low > Math.max(1, low / 16)) {
    const middle = Math.round(Math.sqrt(low * high));
    if (middle === low || middle === high) break;
    const point = servingPoint(base, middle);
    if (point.timePerOutputTokenSeconds <= limit) {
      low = middle;
      best = point;
    } else {
      high = middle;
    }
  }
  return best;
}

/** Seconds per token that the user's limits leave, end-to-end limit included. */
function tokenLimit(task: InferenceTask, base: ServingBase): number {
  const { timePerOutputToken, endToEnd } = task.latency;
  const direct = timePerOutputToken?.limitSeconds ?? Number.POSITIVE_INFINITY;
  if (!endToEnd) return direct;
  const prefill = base.sharding.pipeline * base.prefill.seconds;
  const tokens = outputAt(task, endToEnd.percentile);
  return Math.min(direct, Math.max(0, endToEnd.limitSeconds - prefill) / tokens);
}

const outputAt = (task: InferenceTask, percentile: number | null): number =>
  Math.max(
    1,
    percentile !== null && percentile >= 95 ? task.outputLength.p95 : task.outputLength.mean,
  );

/** A long prompt takes longer: prefill grows at least in proportion to the length. */
const inputFactor = (task: InferenceTask, percentile: number | null): number =>
  percentile !== null && percentile >= 95
    ? Math.max(1, task.inputLength.p95 / Math.max(1, task.inputLength.mean))
    : 1;

interface Latencies {
  firstToken(percentile: number | null): number;
  perToken: number;
  endToEnd(percentile: number | null): number;
}

/** What a user waits for when `replicas` share the demand and `actual` is the state that a replica settles in. */
function latencies(serving: Serving, replicas: number, actual: ServingPoint): Latencies {
  const { task, base, demand } = serving;
  const queue = {
    arrivalsPerSecond: demand / replicas / base.sharding.data,
    serviceSeconds: base.prefill.seconds,
    serviceVariation: lengthVariation(task.inputLength.mean, task.inputLength.p95),
  };
  const firstToken = (percentile: number | null): number =>
    actual.prefillLatencySeconds * inputFactor(task, percentile) +
    actual.decode.seconds +
    (task.mode === "batch" ? 0 : waitSeconds(queue, percentile));
  const perToken = actual.timePerOutputTokenSeconds;
  return {
    firstToken,
    perToken,
    endToEnd: (percentile) => firstToken(percentile) + (outputAt(task, percentile) - 1) * perToken,
  };
}

/** Limits at the fullest state, which is the slowest. */
function latencyLimits(serving: Serving, replicas: number): readonly FigureLimit[] {
  return limitsOn(serving.task, latencies(serving, replicas, serving.point));
}

function limitsOn(task: InferenceTask, times: Latencies): readonly FigureLimit[] {
  const { timeToFirstToken, timePerOutputToken, endToEnd } = task.latency;
  const first = timeToFirstToken && times.firstToken(timeToFirstToken.percentile);
  const whole = endToEnd && times.endToEnd(endToEnd.percentile);
  return [
    ...latencyLimit(task.id, "time-to-first-token", timeToFirstToken, first ?? 0),
    ...latencyLimit(task.id, "time-per-output-token", timePerOutputToken, times.perToken),
    ...latencyLimit(task.id, "end-to-end", endToEnd, whole ?? 0),
  ];
}

function describe(serving: Serving, replicas: number): TaskOption {
  const { task, base, point, option, head, demand } = serving;
  const { device } = base;
  const perReplica = demand / replicas;
  const load = Math.min(1, perReplica / point.requestsPerSecond);
  // In flight at the real load: batching thins out when there is less to do.
  const actual = task.mode === "batch" ? point : atLoad(base, point, perReplica);
  const times = latencies(serving, replicas, actual);
  const chipsPerReplica = servingChips(base);
  const chips = replicas * chipsPerReplica;
  const chipShare = chipsPerReplica === 1 ? replicas * load : chips;
  const wattsPerChip = meanWatts(device, point.mixture, load);
  const { timeToFirstToken, endToEnd } = task.latency;
  return {
    device,
    chips,
    chipShare,
    wattsPerChip,
    turnSeconds: null,
    limits: [
      memoryLimit(task.id, point.memoryBytesPerChip, device.usableMemoryBytes),
      throughputLimit(task.id, replicas * point.requestsPerSecond, demand),
      ...limitsOn(task, times),
    ],
    plan: () => ({
      ...head,
      stackId: device.stack.id,
      sharding: base.sharding,
      chipsPerReplica,
      replicas,
      batch: Math.max(1, Math.ceil(actual.batch)),
      microBatches: 1,
      zeroStage: 0,
      recompute: "none",
      precision: option.precision,
      chipShare,
      boundBy: boundOf(point.mixture, point.batch >= base.largestBatch),
      metrics: {
        capacityPerSecond: replicas * point.requestsPerSecond,
        demandPerSecond: demand,
        workUnit: "request",
        timeToFirstTokenSeconds: times.firstToken(timeToFirstToken?.percentile ?? null),
        timePerOutputTokenSeconds: times.perToken,
        endToEndSeconds: times.endToEnd(endToEnd?.percentile ?? null),
        trainingSeconds: null,
        utilisation: load * servingUtilisation(base, point),
        memoryBytesPerChip: point.memoryBytesPerChip,
        wattsPerChip,
      },
    }),
  };
}

/** The point whose throughput equals the offered load: fewer sequences in flight, quicker tokens. */
function atLoad(base: ServingBase, limit: ServingPoint, requestsPerSecond: number): ServingPoint {
  let low = 0;
  let high = limit.batch;
  let point = limit;
  for (let round = 0; round < 6 && high - low > 1; round++) {
    const middle = (low + high) / 2;
    const tried = servingPoint(base, middle);
    if (tried.requestsPerSecond >= requestsPerSecond) {
      high = middle;
      point = tried;
    } else {
      low = middle;
    }
  }
  return point;
}
