import { meanWatts } from "../../simulation/power.ts";
import { lengthVariation, waitSeconds } from "../../simulation/queueing.ts";
import {
  prefillTime,
  servingBase,
  servingChips,
  type ServingBase,
} from "../../simulation/serving.ts";
import type { InferenceTask } from "../../input/workload-types.ts";
import type { StepTime } from "../../simulation/step-time.ts";
import { once } from "../../units/once.ts";
import { HIGHEST_LOAD } from "../demand.ts";
import { fewestReplicas, REPLICA_FACTORS } from "../fewest-replicas.ts";
import type { Held } from "./serving.ts";
import { inputFactor } from "./tails.ts";

/** Replicas that only read prompts, and hand each cache to a replica that writes the answer (Splitwise, DistServe, 2024). */
export interface PrefillPool {
  base: ServingBase;
  replicas: number;
  chips: number;
  /** From the arrival of a request until its cache lies where the answer is written. */
  handedOverSeconds(percentile: number | null): number;
  /** Mean power of one chip, watts. */
  wattsPerChip: number;
  /** Model operations per second over the dense peak. */
  utilisation: number;
}

/** Chooses the prefill pool of a task from the layouts that hold the model. */
export interface PoolChoice {
  /** Fewer chips than this cannot read `demand` prompts a second. */
  fewestChips(demand: number): number;
  /** The fewest chips that hand over in `limit` seconds; null when none do. */
  smallest(demand: number, limit: Limit | null): PrefillPool | null;
}

interface Limit {
  seconds: number;
  percentile: number | null;
}

export function poolChoice(task: InferenceTask, setups: readonly Held[]): PoolChoice {
  const bases = setups.map(({ setup, memory }) => servingBase(setup, memory));
  const pools = bases.map((base): Readers => ({
    base,
    transfer: transferSeconds(base),
    prefill: once(() => prefillTime(base)),
  }));
  const perReplica = ({ prefillSeconds, sharding }: ServingBase): number =>
    sharding.data / prefillSeconds;
  return {
    fewestChips: (demand) =>
      Math.min(...bases.map((base) => servingChips(base) * Math.ceil(demand / perReplica(base)))),
    smallest(demand, limit) {
      let best: PrefillPool | null = null;
      for (const readers of pools) {
        const { base } = readers;
        if (readers.transfer === null) continue;
        const needed = Math.max(1, Math.ceil(demand / (HIGHEST_LOAD * perReplica(base)) - 1e-9));
        const most = best ? Math.floor((best.chips - 1) / servingChips(base)) : undefined;
        if (most !== undefined && needed > most) continue;
        const of = (replicas: number): PrefillPool => pool(task, readers, demand, replicas);
        const replicas = fewestReplicas(
          needed,
          REPLICA_FACTORS,
          (count) => !limit || of(count).handedOverSeconds(limit.percentile) <= limit.seconds,
          most,
        );
        if (replicas !== null) best = of(replicas);
      }
      return best;
    },
  };
}

/** A layout for reading prompts, and the time that the cache of one takes to where the answer is written; null without a network. */
interface Readers {
  base: ServingBase;
  transfer: number | null;
  prefill: () => StepTime;
}

function pool(
  task: InferenceTask,
  { base, transfer, prefill }: Readers,
  demand: number,
  replicas: number,
): PrefillPool {
  const { prefillSeconds, sharding, device, formats } = base;
  const arrivalsPerSecond = demand / replicas / sharding.data;
  const queue = {
    arrivalsPerSecond,
    serviceSeconds: prefillSeconds,
    serviceVariation: lengthVariation(task.inputLength.mean, task.inputLength.p95),
  };
  const load = Math.min(1, arrivalsPerSecond * prefillSeconds);
  const peak = device.peakOpsPerSecond[formats.compute] ?? Number.POSITIVE_INFINITY;
  return {
    base,
    replicas,
    chips: replicas * servingChips(base),
    handedOverSeconds: (percentile) =>
      (sharding.pipeline * prefillSeconds + (transfer ?? 0)) * inputFactor(task, percentile) +
      waitSeconds(queue, percentile),
    wattsPerChip: meanWatts(device, prefill(), load),
    utilisation: (load * prefill().operations) / (prefillSeconds * peak),
  };
}

/**
 * Time that the cache of a mean prompt takes from one replica to another, each chip sending its part over its own link to the
 * network. Null where systems have none.
 */
function transferSeconds({
  program,
  device,
  formats,
  sharding,
  inputTokens,
}: ServingBase): number | null {
  const link = device.scaleOut;
  if (!link) return null;
  const bytes = program.cacheElements(inputTokens, 0, sharding) * formats.cacheBytes;
  return link.latencySeconds + bytes / link.bytesPerSecond;
}

/** The same layout where somebody else reads the prompts. */
export const decodeOnly = (base: ServingBase): ServingBase => ({
  ...base,
  prefillSeconds: 0,
  joined: null,
});
