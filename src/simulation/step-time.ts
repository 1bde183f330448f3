import type { Sharding, Step } from "../workload/types.ts";
import { collectiveTime } from "./collective-time.ts";
import type { Device } from "./device.ts";
import type { Formats } from "./formats.ts";
import { computeTime, memoryTime } from "./operator-time.ts";

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
  const { operators, collectives } = step;
  const { stack, launchSeconds } = device;
  let computeBoundSeconds = 0;
  let memoryBoundSeconds = 0;
  let busyComputeSeconds = 0;
  let busyMemorySeconds = 0;
  let launches = 0;
  let operations = 0;
  // The innermost loop of every evaluation, which mostly runs before V8 has optimised it: an iterator makes an object for each item.
  for (let index = 0; index < operators.length; index++) {
    const operator = operators[index];
    if (operator === undefined) break;
    const { count } = operator;
    const compute = count * computeTime(operator, device, formats);
    const memory = count * memoryTime(operator, device, formats, residentShare);
    if (compute >= memory) computeBoundSeconds += compute;
    else memoryBoundSeconds += memory;
    busyComputeSeconds += compute;
    busyMemorySeconds += memory;
    launches += count;
    operations += count * operator.operations;
  }
  let networkSeconds = 0;
  for (const collective of collectives) {
    const seconds = collectiveTime(collective, device, formats, sharding);
    networkSeconds += (1 - stack.collectiveOverlap) * collective.count * seconds;
  }
  const overheadSeconds =
    (step.runs ?? 1) * stack.stepOverheadSeconds +
    (step.sequences ?? 0) * stack.sequenceOverheadSeconds +
    launches * launchSeconds;
  return {
    seconds: computeBoundSeconds + memoryBoundSeconds + overheadSeconds + networkSeconds,
    computeBoundSeconds,
    memoryBoundSeconds,
    overheadSeconds,
    networkSeconds,
    busyComputeSeconds,
    busyMemorySeconds,
    operations,
  };
}

/** Share of the stage's weights that stay on the die between steps. Caches thrash: all or nothing; scratchpads pin what fits. */
export function residentShare(device: Device, stageWeightBytes: number): number {
  const room = 0.8 * device.onChip.bytes;
  if (stageWeightBytes <= room) return 1;
  return device.onChip.pinned ? room / stageWeightBytes : 0;
}
