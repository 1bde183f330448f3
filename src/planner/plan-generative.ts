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
import type { Sharding } from "../workload/types.ts";
import { arrivalsPerSecond, HIGHEST_LOAD } from "./demand.ts";
import { fewestReplicas } from "./fewest-replicas.ts";
import type { FormatOption } from "./format-options.ts";
import { holds, latencyLimit, memoryLimit, throughputLimit, type FigureLimit } from "./limits.ts";
import { pinnedSharding, type Pins } from "./pins.ts";
import { pipelineShardings, servingShardings } from "./shardings.ts";
import { boundOf, type TaskOption, type Way } from "./task-option.ts";
import type { TaskPlanHead } from "./task-plan.ts";

/** More sequences in flight than serving engines schedule (vLLM's default limit is 256 to 1,024). */
const LARGEST_BATCH = 1024;
/** Replicas are added for the sake of waiting times up to this multiple of what the throughput needs. */
const REPLICA_FACTORS = [1, 1.1, 1.25, 1.5, 2, 3, 4, 6, 8];
/** Shares of the time until the end that the tokens may take; waiting, which nothing but more replicas shortens, gets the rest. */
const END_TO_END_SHARES = [1, 0.95, 0.85, 0.7, 0.5];

/** Every layout of one format option that can hold the weights, each with its best batch sizes. */
export function* generativeWays(
  task: InferenceTask,
  program: GenerativeProgram,
  option: FormatOption,
  head: TaskPlanHead,
  pins: Pins,
): Generator<Way> {
  const shardings = servingShardings(program, option, pins);
  let bases = holding(task, program, option, shardings, pins);
  // Weights that leave no room for a single sequence's cache need stages too.
  if (bases.length === 0) {
    bases = holding(task, program, option, pipelineShardings(program, option), pins);
  }
  for (const base of bases) {
    for (const point of pointsOf(task, base, pins)) {
      const serving = (demandFactor: number): Serving => {
        const demand = arrivalsPerSecond(task, demandFactor, responseSeconds(point));
        return { task, base, point, option, head, demand, demandFactor };
      };
      yield {
        fewestChips: (demandFactor) => {
          const { demand } = serving(demandFactor);
          return servingChips(base) * Math.ceil(demand / point.requestsPerSecond - 1e-9);
        },
        size: (demandFactor) => bestReplicas(serving(demandFactor), pins),
      };
    }
  }
}

/** The batch sizes worth a try: the largest that the limits allow, and smaller ones that leave time for waiting. */
function pointsOf(task: InferenceTask, base: ServingBase, pins: Pins): readonly ServingPoint[] {
  if (pins.batch !== null) return [servingPoint(base, pins.batch)];
  const largest = Math.max(1, Math.min(base.largestBatch, LARGEST_BATCH * base.sharding.data));
  const points: ServingPoint[] = [];
  let top = servingPoint(base, largest);
  for (const share of task.latency.endToEnd ? END_TO_END_SHARES : [1]) {
    // Shares fall, so no later batch is larger than this one.
    const point = largestWithinLimit(base, top, tokenLimit(task, base, share));
    if (point.batch !== points.at(-1)?.batch) points.push(point);
    top = point;
  }
  return points;
}

/** The layouts that hold at least one sequence on no more chips than there may be; pinned ones whatever they hold. */
function holding(
  task: InferenceTask,
  program: GenerativeProgram,
  option: FormatOption,
  shardings: readonly Sharding[],
  pins: Pins,
): readonly ServingBase[] {
  const bases = shardings.map((sharding) =>
    servingBase({
      program,
      device: option.device,
      formats: option.formats,
      sharding,
      inputTokens: task.inputLength.mean,
      outputTokens: Math.max(1, task.outputLength.mean),
    }),
  );
  if (pinnedSharding(pins) !== null) return bases;
  return bases.filter(
    (base) =>
      (base.largestBatch >= 1 || pins.batch !== null) &&
      (pins.chips === null || servingChips(base) <= pins.chips),
  );
}

/** A layout at its best batch, waiting for its number of replicas. */
interface Serving {
  task: InferenceTask;
  base: ServingBase;
  point: ServingPoint;
  option: FormatOption;
  head: TaskPlanHead;
  /** Requests per second, all replicas; of closed-loop users when every replica is full. */
  demand: number;
  demandFactor: number;
}

/** Time that a request spends in a replica (Little's law). */
const responseSeconds = (point: ServingPoint): number => point.batch / point.requestsPerSecond;

function bestReplicas(serving: Serving, pins: Pins): TaskOption {
  const { task, base, point, demand } = serving;
  if (pins.chips !== null || pins.dataParallel !== null) {
    const replicas = pins.dataParallel ?? Math.floor((pins.chips ?? 1) / servingChips(base));
    return describe(serving, Math.max(1, replicas));
  }
  // Users who wait for their answer ask no more in the meantime: a closed loop cannot overload its replicas.
  const highest = task.mode === "interactive" && task.load.kind !== "users" ? HIGHEST_LOAD : 1;
  const needed = Math.max(1, Math.ceil(demand / (highest * point.requestsPerSecond) - 1e-9));
  // Replicas shorten waiting; they cannot mend a limit that an idle one misses.
  const worth = task.mode !== "batch" && latencyLimits(serving, Infinity).every(holds);
  const replicas = fewestReplicas(
    needed,
    worth ? REPLICA_FACTORS : [1],
    (count) =>
      latencyLimits(serving, count).every(holds) &&
      // Full replicas answer late and are asked seldom; where the users settle, more of them wait for a first token.
      (task.load.kind !== "users" || settle(serving, count).limits.every(holds)),
  );
  return describe(serving, replicas ?? needed);
}

/**
 * The largest batch up to `top` whose time per token stays within the limit, to a sixteenth; one sequence when none does. Time grows
 * about linearly with the batch, so the guess is drawn between the ends; halving in between makes sure of progress.
 */
function largestWithinLimit(base: ServingBase, top: ServingPoint, limit: number): ServingPoint {
  if (top.timePerOutputTokenSeconds <= limit || top.batch <= 1) return top;
  let below = servingPoint(base, 1);
  let above = top;
  if (below.timePerOutputTokenSeconds > limit) return below;
  for (let round = 0; above.batch - below.batch > Math.max(1, below.batch / 16); round++) {
    const rise = above.timePerOutputTokenSeconds - below.timePerOutputTokenSeconds;
    const share = round % 2 === 0 ? (limit - below.timePerOutputTokenSeconds) / rise : 0.5;
    const guess = below.batch + Math.floor(share * (above.batch - below.batch));
    const point = servingPoint(base, Math.min(above.batch - 1, Math.max(below.batch + 1, guess)));
    if (point.timePerOutputTokenSeconds <= limit) below = point;
    else above = point;
  }
  return below;
}

/** Seconds per token that the user's limits leave, end-to-end limit included. */
function tokenLimit(task: InferenceTask, base: ServingBase, share: number): number {
  const { timePerOutputToken, endToEnd } = task.latency;
  const direct = timePerOutputToken?.limitSeconds ?? Number.POSITIVE_INFINITY;
  if (!endToEnd) return direct;
  const prefill =
    base.sharding.pipeline * base.prefill.seconds * inputFactor(task, endToEnd.percentile);
  const tokens = outputAt(task, endToEnd.percentile);
  return Math.min(direct, (share * Math.max(0, endToEnd.limitSeconds - prefill)) / tokens);
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

/** Limits with every replica full, which is the slowest state. */
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
  const { task, base, point, demand } = serving;
  const { device } = base;
  const load = Math.min(1, demand / replicas / point.requestsPerSecond);
  const chipsPerReplica = servingChips(base);
  const chips = replicas * chipsPerReplica;
  return {
    device,
    chips,
    chipShare: chipsPerReplica === 1 ? replicas * load : chips,
    wattsPerChip: meanWatts(device, point.mixture, load),
    turnSeconds: null,
    limits:
      task.load.kind === "users"
        ? settle(serving, replicas).limits
        : [...capacityLimits(serving, replicas, demand), ...latencyLimits(serving, replicas)],
    settle: () => settle(serving, replicas),
  };
}

function capacityLimits(
  { task, base, point }: Serving,
  replicas: number,
  demand: number,
): readonly FigureLimit[] {
  return [
    memoryLimit(task.id, point.memoryBytesPerChip, base.device.usableMemoryBytes),
    throughputLimit(task.id, replicas * point.requestsPerSecond, demand),
  ];
}

function settle(serving: Serving, replicas: number): ReturnType<TaskOption["settle"]> {
  const { task, base, point, option, head } = serving;
  const { device } = base;
  const { actual, demand } = settled(serving, replicas);
  const perReplica = demand / replicas;
  const load = Math.min(1, perReplica / point.requestsPerSecond);
  const times = latencies({ ...serving, demand }, replicas, actual);
  const chipsPerReplica = servingChips(base);
  const { timeToFirstToken, endToEnd } = task.latency;
  return {
    limits: [...capacityLimits(serving, replicas, demand), ...limitsOn(task, times)],
    plan: {
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
      chipShare: replicas * chipsPerReplica * (chipsPerReplica === 1 ? load : 1),
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
        memoryBytesPerChip: actual.memoryBytesPerChip,
        wattsPerChip: meanWatts(device, actual.mixture, perReplica / actual.requestsPerSecond),
      },
    },
  };
}

/** The state in which each of `replicas` settles: batching thins out when there is less to do, and tokens come quicker. */
function settled(serving: Serving, replicas: number): { actual: ServingPoint; demand: number } {
  const { task, base, point, demand, demandFactor } = serving;
  if (task.mode === "batch") return { actual: point, demand };
  const { load } = task;
  if (load.kind !== "users") {
    const offered = demand / replicas;
    const enough = (tried: ServingPoint): boolean => tried.requestsPerSecond >= offered;
    return { actual: emptiest(base, point, enough), demand };
  }
  // A user either waits in the replica or thinks; quicker answers bring the next question sooner.
  const users = (demandFactor * load.concurrentUsers) / replicas;
  const enough = (tried: ServingPoint): boolean =>
    tried.batch + tried.requestsPerSecond * load.thinkSeconds >= users;
  const actual = emptiest(base, point, enough);
  return { actual, demand: arrivalsPerSecond(task, demandFactor, responseSeconds(actual)) };
}

/** The point with the fewest sequences in flight that is `enough`, to a sixteenth; the fullest when none is. */
function emptiest(
  base: ServingBase,
  fullest: ServingPoint,
  enough: (point: ServingPoint) => boolean,
): ServingPoint {
  let low = 0;
  let point = fullest;
  while (point.batch - low > Math.max(0.1, point.batch / 16)) {
    const tried = servingPoint(base, (low + point.batch) / 2);
    if (enough(tried)) point = tried;
    else low = tried.batch;
  }
  return point;
}
