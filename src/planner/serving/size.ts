import { meanWatts } from "../../simulation/power.ts";
import { atClock } from "../../simulation/clock.ts";
import {
  servingBase,
  servingChips,
  servingMixture,
  servingMixtures,
  servingPoint,
  servingUtilisation,
} from "../../simulation/serving.ts";
import { once } from "../../units/once.ts";
import { arrivalsPerSecond, HIGHEST_LOAD } from "../demand.ts";
import { fewestReplicas, REPLICA_FACTORS } from "../fewest-replicas.ts";
import { missOf } from "../limits.ts";
import type { Pins } from "../pins.ts";
import { boundOf, type TaskOption } from "../task-option.ts";
import type { PoolPlan } from "../types.ts";
import { Latencies } from "./latencies.ts";
import { keepsLimits, limitsIn } from "./limits.ts";
import type { PrefillPool } from "./prefill-pool.ts";
import { fullState, responseSeconds, type Serving } from "./serving.ts";
import { settled } from "./settled.ts";

/** Replicas are added for the sake of waiting times up to this multiple of what the throughput needs. */
const FACTORS = [...REPLICA_FACTORS, 6, 8];

/** Null when `most` replicas cannot carry the demand or leave no room for the limits. */
export function bestReplicas(serving: Serving, pins: Pins, most: number): TaskOption | null {
  const { task, base, point, demand } = serving;
  if (pins.chips !== null || pins.dataParallel !== null) {
    const replicas = pins.dataParallel ?? Math.floor((pins.chips ?? 1) / servingChips(base));
    return asAsked(serving, Math.max(1, replicas));
  }
  // Users who wait for their answer ask no more in the meantime: a closed loop cannot overload its replicas.
  const highest = task.mode === "interactive" && task.load.kind !== "users" ? HIGHEST_LOAD : 1;
  const needed = Math.max(1, Math.ceil(demand / (highest * point.requestsPerSecond) - 1e-9));
  if (needed > most) return null;
  const full = fullState(serving);
  // Replicas shorten waiting; they cannot mend a limit that an idle one misses.
  const isWorth = new Latencies(serving, Infinity, full).meetLimits();
  const passes = (count: number): boolean =>
    // Full replicas answer late and are asked seldom; where the users settle, more of them wait for a first token.
    new Latencies(serving, count, full).meetLimits() && keepsLimits(serving, count);
  const factors = task.mode === "batch" ? [1] : FACTORS;
  const replicas = isWorth ? fewestReplicas(needed, factors, passes, most) : null;
  if (replicas !== null) return describe(serving, replicas, 0);
  // A miss is worth showing only while nothing is known to meet the limits; where it settles is found if it is the nearest.
  if (Number.isFinite(most)) return null;
  return describe(serving, needed, missOf(limitsIn(serving, needed, full)));
}

/** As many replicas as somebody asks for, whatever they miss. */
function asAsked(serving: Serving, replicas: number): TaskOption {
  const miss = keepsLimits(serving, replicas)
    ? 0
    : missOf(limitsIn(serving, replicas, settled(serving, replicas)));
  return describe(serving, replicas, miss);
}

function describe(serving: Serving, replicas: number, miss: number): TaskOption {
  const { base, point, demand, pool } = serving;
  const { device } = base;
  const load = Math.min(1, demand / replicas / point.requestsPerSecond);
  const chipsPerReplica = servingChips(base);
  const own = replicas * chipsPerReplica;
  const chips = own + (pool?.chips ?? 0);
  return {
    device,
    chips,
    chipShare: chipsPerReplica === 1 && !pool ? replicas * load : chips,
    wattsPerChip: once(() => {
      const watts = meanWatts(device, servingMixture(base, point), load);
      return mean(own, watts, pool, "wattsPerChip");
    }),
    turnSeconds: null,
    miss,
    // Pools of two kinds would want two clocks.
    atClock: (fraction) => (pool ? null : asAsked(slowed(serving, fraction), replicas)),
    settle: () => settle(serving, replicas),
  };
}

function settle(serving: Serving, replicas: number): ReturnType<TaskOption["settle"]> {
  const { task, base, point, option, head, pool } = serving;
  const { device } = base;
  const state = settled(serving, replicas);
  const { actual, demand } = state;
  const perReplica = demand / replicas;
  const load = Math.min(1, perReplica / point.requestsPerSecond);
  const times = new Latencies(serving, replicas, state);
  const chipsPerReplica = servingChips(base);
  const own = replicas * chipsPerReplica;
  const { timeToFirstToken, endToEnd } = task.latency;
  const mixtureOf = servingMixtures(base);
  const full = mixtureOf(point);
  const mixture = actual === point ? full : mixtureOf(actual);
  return {
    limits: limitsIn(serving, replicas, state),
    plan: {
      taskId: head.taskId,
      modelId: head.modelId,
      compression: head.compression,
      accuracyRisk: head.accuracyRisk,
      stackId: device.stack.id,
      sharding: base.sharding,
      chipsPerReplica,
      replicas,
      batch: Math.max(1, Math.ceil(actual.batch)),
      microBatches: 1,
      zeroStage: 0,
      recompute: "none",
      precision: option.precision,
      clockFraction: device.clockFraction,
      prefillPool: pool ? poolPlan(pool) : undefined,
      chipShare: pool ? own + pool.chips : own * (chipsPerReplica === 1 ? load : 1),
      boundBy: boundOf(full, point.batch >= base.largestBatch),
      metrics: {
        capacityPerSecond: replicas * point.requestsPerSecond,
        demandPerSecond: demand,
        workUnit: "request",
        timeToFirstTokenSeconds: times.firstToken(timeToFirstToken?.percentile ?? null),
        timePerOutputTokenSeconds: times.perToken,
        endToEndSeconds: times.endToEnd(endToEnd?.percentile ?? null),
        trainingSeconds: null,
        utilisation: mean(own, load * servingUtilisation(base, full), pool, "utilisation"),
        memoryBytesPerChip: actual.memoryBytesPerChip,
        wattsPerChip: mean(
          own,
          meanWatts(device, mixture, perReplica / actual.requestsPerSecond),
          pool,
          "wattsPerChip",
        ),
      },
    },
  };
}

const poolPlan = ({ base, replicas }: PrefillPool): PoolPlan => ({
  sharding: base.sharding,
  chipsPerReplica: servingChips(base),
  replicas,
});

/** Mean over the chips that write answers, `own` of them, and those that read prompts. */
function mean(
  own: number,
  figure: number,
  pool: PrefillPool | null,
  key: "wattsPerChip" | "utilisation",
): number {
  return pool ? (own * figure + pool.chips * pool[key]) / (own + pool.chips) : figure;
}

/** The same batch on slower chips. */
function slowed(serving: Serving, fraction: number): Serving {
  const { task, demandFactor } = serving;
  const base = servingBase({ ...serving.base, device: atClock(serving.base.device, fraction) });
  const point = servingPoint(base, serving.point.batch);
  const demand = arrivalsPerSecond(task, demandFactor, responseSeconds(point));
  return { ...serving, base, point, demand };
}
