import type { Sharding, Step } from "../workload/types.ts";
import { collectiveTime } from "./collective-time.ts";
import type { Device } from "./device.ts";
import type { Formats } from "./formats.ts";
import { computeTime, launchesOf, memoryTime, operatorsSeconds } from "./operator-time.ts";
import { paceOf, weightSeconds } from "./pace.ts";
import { isWide } from "./wide-weights.ts";

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
  const { operators } = step;
  let computeBoundSeconds = 0;
  let memoryBoundSeconds = 0;
  let busyComputeSeconds = 0;
  let busyMemorySeconds = 0;
  let launches = 0;
  let operations = 0;
  const pace = paceOf(device, formats);
  const weight = weightSeconds(pace, residentShare);
  const widePace = formats.wide ? paceOf(device, formats.wide) : pace;
  const wideWeight = weightSeconds(widePace, residentShare);
  // No iterator, as in `operatorsSeconds`.
  for (let index = 0; index < operators.length; index++) {
    const operator = operators[index];
    if (operator === undefined) break;
    const { count } = operator;
    const wide = isWide(operator, formats);
    const used = wide ? widePace : pace;
    const compute = count * computeTime(operator, used);
    const memory = count * memoryTime(operator, used, wide ? wideWeight : weight);
    if (compute >= memory) computeBoundSeconds += compute;
    else memoryBoundSeconds += memory;
    busyComputeSeconds += compute;
    busyMemorySeconds += memory;
    launches += count * launchesOf(operator, formats);
    operations += count * operator.operations;
  }
  const networkSeconds = exposedSeconds(step, device, formats, sharding);
  const overheadSeconds = hostSeconds(step, device) + launches * device.launchSeconds;
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

/** `stepTime(…).seconds`, for searches that ask for no more. */
export function stepSeconds(
  step: Step,
  device: Device,
  formats: Formats,
  sharding: Sharding,
  residentShare: number,
): number {
  return (
    operatorsSeconds(step.operators, device, formats, residentShare) +
    hostSeconds(step, device) +
    exposedSeconds(step, device, formats, sharding)
  );
}

/** Host time of a step and of the sequences that get a token in it. */
function hostSeconds({ runs = 1, sequences = 0 }: Step, { stack }: Device): number {
  return runs * stack.stepOverheadSeconds + sequences * stack.sequenceOverheadSeconds;
}

/** Collectives, as far as they do not hide behind compute. */
function exposedSeconds(
  { collectives }: Step,
  device: Device,
  formats: Formats,
  sharding: Sharding,
): number {
  let seconds = 0;
  for (const collective of collectives) {
    seconds += collective.count * collectiveTime(collective, device, formats, sharding);
  }
  return (1 - device.stack.collectiveOverlap) * seconds;
}

/** Share of the stage's weights that stay on the die between steps. Caches thrash: all or nothing; scratchpads pin what fits. */
export function residentShare(device: Device, stageWeightBytes: number): number {
  const room = 0.8 * device.onChip.bytes;
  if (stageWeightBytes <= room) return 1;
  return device.onChip.pinned ? room / stageWeightBytes : 0;
}
