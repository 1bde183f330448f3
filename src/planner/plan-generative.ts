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
import { latencyCheck, memoryCheck, throughputCheck } from "./limits.ts";
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
    pins.batch === null
      ? fastestWithinLimit(task, base, largest)
      : servingPoint(base, pins.batch);
  const demand = arrivalsPerSecond(
    task,
    demandFactor,
    point.prefillLatencySeconds + task.outputLength.mean * point.timePerOutputTokenSeconds,
  );
  const needed = Math.max(1, Math.ceil(demand / point.requestsPerSecond - 1e-9));
  const cutByMemory = point.batch >= base.largestBatch;
  if (pins.chips !== null || pins.dataParallel !== null) {
    const replicas = pins.dataParallel ?? Math.floor((pins.chips ?? 1) / servingChips(base));
    return assemble(
      task,
      base,
      point,
      option,
      head,
      demand,
      Math.max(1, replicas),
      cutByMemory,
    );
  }
  let best: TaskOption | null = null;
  for (const factor of REPLICA_FACTORS) {
    const replicas = Math.ceil(needed * factor);
    best = assemble(task, base, point, option, head, demand, replicas, cutByMemory);
    if (best.limits.every((limit) => limit.pass)) return best;
    // More replicas cannot mend a limit that an idle one misses.
    if (task.mode === "batch") break;
  }
  if (!best) throw new Error("no replica factor was tried");
  return best;
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

function assemble(
  task: InferenceTask,
  base: ServingBase,
  point: ServingPoint,
  option: FormatOption,
  head: TaskPlanHead,
  demand: number,
  replicas: number,
  cutByMemory: boolean,
): TaskOption {
  const perReplica = demand / replicas;
  const load = Math.min(1, perReplica / point.requestsPerSecond);
  // In flight at the real load: batching thins out when there is less to do.
  const actual = task.mode === "batch" ? point : atLoad(base, point, perReplica);
  const queue = {
    arrivalsPerSecond: perReplica / base.sharding.data,
    serviceSeconds: base.prefill.seconds,
    serviceVariation: lengthVariation(task.inputLength.mean, task.inputLength.p95),
  };
  const firstToken = (percentile: number | null): number =>
    actual.prefillLatencySeconds * inputFactor(task, percentile) +
    actual.decode.seconds +
    (task.mode === "batch" ? 0 : waitSeconds(queue, percentile));
  const perToken = actual.timePerOutputTokenSeconds;
  const endToEnd = (percentile: number | null): number =>
    firstToken(percentile) + (outputAt(task, percentile) - 1) * perToken;
  const { timeToFirstToken, timePerOutputToken, endToEnd: endLimit } = task.latency;
  const limits = [
    memoryCheck(task.id, point.memoryBytesPerChip, base.device.usableMemoryBytes),
    throughputCheck(task.id, replicas * point.requestsPerSecond, demand),
    ...latencyCheck(
      task.id,
      "time-to-first-token",
      timeToFirstToken,
      firstToken(timeToFirstToken?.percentile ?? null),
    ),
    ...latencyCheck(task.id, "time-per-output-token", timePerOutputToken, perToken),
    ...latencyCheck(task.id, "end-to-end", endLimit, endToEnd(endLimit?.percentile ?? null)),
  ];
  const chipsPerReplica = servingChips(base);
  const chips = replicas * chipsPerReplica;
  return {
    device: base.device,
    chips,
    mixture: point.mixture,
    load,
    limits,
    plan: {
      ...head,
      stackId: base.device.stack.id,
      sharding: base.sharding,
      chipsPerReplica,
      replicas,
      batch: Math.max(1, Math.ceil(actual.batch)),
      microBatches: 1,
      zeroStage: 0,
      recompute: "none",
      precision: option.precision,
      chipShare: chipsPerReplica === 1 ? replicas * load : chips,
      boundBy: boundOf(point.mixture, cutByMemory),
      metrics: {
        capacityPerSecond: replicas * point.requestsPerSecond,
        demandPerSecond: demand,
        workUnit: "request",
        timeToFirstTokenSeconds: firstToken(timeToFirstToken?.percentile ?? null),
        timePerOutputTokenSeconds: perToken,
        endToEndSeconds: endToEnd(endLimit?.percentile ?? null),
        trainingSeconds: null,
        utilisation: load * servingUtilisation(base, point),
        memoryBytesPerChip: point.memoryBytesPerChip,
        wattsPerChip: meanWatts(base.device, point.mixture, load),
      },
    },
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
