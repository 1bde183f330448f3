import type { Sharding, Step } from "../workload/types.ts";
import { collectiveTime } from "./collective-time.ts";
import type { Device } from "./device.ts";
import type { Formats } from "./formats.ts";
import { operatorTime } from "./operator-time.ts";

/** Time of a step and where it goes. `busy…` are resource times for energy and utilisation; the rest add up to `seconds`. */
export interface StepTime {
  seconds: number;
  /** Time in operators that arithmetic bounds, in operators that memory bounds, in launches, in exposed collectives. */
  computeBoundSeconds: number;
  memoryBoundSeconds: number;
  overheadSeconds: number;
  networkSeconds: number;
  busyComputeSeconds: number;
  busyMemorySeconds: number;
  operations: number;
}

/** One step on one chip; the stack's step overhead is added once. Collectives hide behind compute as far as the stack can. */
export function stepTime(
  step: Step,
  device: Device,
  formats: Formats,
  sharding: Sharding,
  residentShare: number,
): StepTime {
  const total: StepTime = {
    seconds: 0,
    computeBoundSeconds: 0,
    memoryBoundSeconds: 0,
    overheadSeconds:
      (step.runs ?? 1) * device.stack.stepOverheadSeconds +
      (step.sequences ?? 0) * device.stack.sequenceOverheadSeconds,
    networkSeconds: 0,
    busyComputeSeconds: 0,
    busyMemorySeconds: 0,
    operations: 0,
  };
  for (const operator of step.operators) {
    const time = operatorTime(operator, device, formats, residentShare);
    const { count } = operator;
    const busySeconds = count * (time.seconds - time.launchSeconds);
    if (time.computeSeconds >= time.memorySeconds) total.computeBoundSeconds += busySeconds;
    else total.memoryBoundSeconds += busySeconds;
    total.overheadSeconds += count * time.launchSeconds;
    total.busyComputeSeconds += count * time.computeSeconds;
    total.busyMemorySeconds += count * time.memorySeconds;
    total.operations += count * operator.operations;
  }
  const exposed = 1 - device.stack.collectiveOverlap;
  for (const collective of step.collectives) {
    const seconds = collectiveTime(collective, device, formats, sharding);
    total.networkSeconds += exposed * collective.count * seconds;
  }
  total.seconds =
    total.computeBoundSeconds +
    total.memoryBoundSeconds +
    total.overheadSeconds +
    total.networkSeconds;
  return total;
}

/** Share of the stage's weights that stay on the die between steps. Caches thrash: all or nothing; scratchpads pin what fits. */
export function residentShare(device: Device, stageWeightBytes: number): number {
  const room = 0.8 * device.onChip.bytes;
  if (stageWeightBytes <= room) return 1;
  return device.onChip.pinned ? room / stageWeightBytes : 0;
}
