import { atClock } from "../../simulation/clock.ts";
import {
  oneShotChips,
  oneShotPoint,
  oneShotUtilisation,
  stepOfPoint,
} from "../../simulation/one-shot.ts";
import { meanWatts } from "../../simulation/power.ts";
import { once } from "../../units/once.ts";
import { arrivalsPerSecond, HIGHEST_LOAD } from "../demand.ts";
import { fewestReplicas, REPLICA_FACTORS } from "../fewest-replicas.ts";
import { missOf } from "../limits.ts";
import type { Pins } from "../pins.ts";
import { boundOf, type TaskOption } from "../task-option.ts";
import { latencySeconds, limitsOf, meetsLimits, workMeetsLimit } from "./limits.ts";
import { batchesSeconds, type OneShotServing } from "./serving.ts";

/** As many replicas as the demand and the limits need, or those that the demand alone does. */
export function bestReplicas(serving: OneShotServing, pins: Pins): TaskOption {
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
  return replicas === null ? describe(serving, needed) : describe(serving, replicas, 0);
}

function describe(
  serving: OneShotServing,
  replicas: number,
  miss = missOf(limitsOf(serving, replicas)),
): TaskOption {
  const { task, setup, point, option, head, demand } = serving;
  const { device } = setup;
  const load = Math.min(1, demand / replicas / point.requestsPerSecond);
  const chipsPerReplica = oneShotChips(setup);
  const chips = replicas * chipsPerReplica;
  const chipShare = chipsPerReplica === 1 ? replicas * load : chips;
  const wattsPerChip = once(() => meanWatts(device, stepOfPoint(setup, point), load));
  return {
    device,
    chips,
    chipShare,
    wattsPerChip,
    turnSeconds: task.mode === "streaming" ? point.seconds : null,
    miss,
    atClock: (fraction) => describe(slowed(serving, fraction), replicas),
    settle: () => ({
      limits: limitsOf(serving, replicas),
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
        boundBy: boundOf(stepOfPoint(setup, point), false),
        metrics: {
          capacityPerSecond: replicas * point.requestsPerSecond,
          demandPerSecond: demand,
          workUnit: task.load.kind === "frames" ? "frame" : "request",
          timeToFirstTokenSeconds: null,
          timePerOutputTokenSeconds: null,
          endToEndSeconds: latencySeconds(serving, replicas),
          trainingSeconds: null,
          utilisation: load * oneShotUtilisation(setup, stepOfPoint(setup, point)),
          memoryBytesPerChip: point.memoryBytesPerChip,
          wattsPerChip: wattsPerChip(),
        },
      },
    }),
  };
}

/** The same batch on slower chips. */
function slowed(serving: OneShotServing, fraction: number): OneShotServing {
  const setup = { ...serving.setup, device: atClock(serving.setup.device, fraction) };
  const point = oneShotPoint(setup, serving.point.batch);
  const demand = arrivalsPerSecond(
    serving.task,
    serving.demandFactor,
    batchesSeconds(setup, point),
  );
  return { ...serving, setup, point, demand };
}
