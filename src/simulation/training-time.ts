import { vector } from "../workload/operators.ts";
import type { Collective, Operator, Sharding, Step } from "../workload/types.ts";
import { NARROWED } from "../workload/wide-weights.ts";
import { reach } from "./collective-time.ts";
import type { Device } from "./device.ts";
import { wideFormats, type Formats } from "./formats.ts";
import { operatorsSeconds } from "./operator-time.ts";
import { shownTensorShare } from "./tensor-overlap.ts";
import { stepTime, type StepTime } from "./step-time.ts";

/**
 * Time of a forward or a backward pass. Kernels are queued ahead of the chip, so that the host's work for them shows only where it is
 * longer than the chip's.
 */
export function trainingTime(
  step: Step,
  device: Device,
  formats: Formats,
  sharding: Sharding,
): StepTime {
  const { stack } = device;
  const queued = queuedDevice(device);
  const time = add(
    mixedTime(step, queued, formats, sharding),
    tensorTime(step, queued, formats, sharding),
  );
  const host = stack.kernelOverheadSeconds * kernelsOf(step);
  const behind = host - time.seconds;
  if (behind <= 0) return time;
  return {
    ...time,
    seconds: time.seconds + behind,
    overheadSeconds: time.overheadSeconds + behind,
  };
}

/**
 * Seconds of the operators alone, as `trainingTime` counts them, without the parts that they are made of.
 *
 * @param queued a device whose launches are those of queued kernels (`queuedDevice`)
 */
export function operatorSeconds(
  operators: readonly Operator[],
  queued: Device,
  formats: Formats,
  wide: Formats,
): number {
  if (wide === formats) return operatorsSeconds(operators, queued, formats, 0);
  const { narrow, operands, rest } = mixedParts(operators, formats, wide);
  return (
    operatorSeconds(narrow, queued, operands, operands) + operatorSeconds(rest, queued, wide, wide)
  );
}

/** Kernels are queued ahead of the chip: starting one costs what the chip takes for it. */
export const queuedDevice = (device: Device): Device => ({
  ...device,
  launchSeconds: device.family.launchSeconds,
});

/** Grouped multiplies of experts are launched expert by expert. */
export function kernelsOf({ operators, collectives }: Step): number {
  const launches = operators.map(({ kind, count, groups }) =>
    kind === "experts" ? count * groups : count,
  );
  return [...launches, ...collectives.map(({ count }) => count)].reduce((a, b) => a + b, 0);
}

/**
 * Mixed precision below 16 bits: the multiplies of the layers' weights alone are narrow; attention, router, logits and everything that
 * passes between kernels stay at 16 bits (NVIDIA Transformer Engine user guide; torchao float8 training).
 */
function mixedTime(step: Step, device: Device, formats: Formats, sharding: Sharding): StepTime {
  const wide = wideFormats(device, formats);
  const collectives = step.collectives.filter((collective) => !isTensor(collective));
  if (wide === formats) return stepTime({ ...step, collectives }, device, formats, sharding, 0);
  const { narrow, operands, rest } = mixedParts(step.operators, formats, wide);
  return add(
    stepTime({ operators: narrow, collectives: [] }, device, operands, sharding, 0),
    stepTime({ operators: rest, collectives }, device, wide, sharding, 0),
  );
}

/** What is multiplied narrow, with its formats, and everything else. */
function mixedParts(
  operators: readonly Operator[],
  formats: Formats,
  wide: Formats,
): { narrow: readonly Operator[]; operands: Formats; rest: readonly Operator[] } {
  const narrow = operators.filter(isNarrow);
  const others = operators.filter((operator) => !isNarrow(operator));
  return {
    narrow,
    operands: { ...formats, activationBytes: wide.activationBytes },
    rest: [...others, ...narrow.filter(isFresh).map(cast)],
  };
}

const isTensor = ({ group }: Collective): boolean => group === "tensor";

/** The next multiply waits for the sum over the tensor group, as far as the stack does not send it in chunks. */
function tensorTime(step: Step, device: Device, formats: Formats, sharding: Sharding): StepTime {
  const collectives = step.collectives.filter(isTensor);
  const shown = shownTensorShare(device, sharding.tensor, reach("tensor", sharding));
  const stack = { ...device.stack, collectiveOverlap: 1 - shown };
  const wide = wideFormats(device, formats);
  return stepTime({ operators: [], collectives }, { ...device, stack }, wide, sharding, 0);
}

function isNarrow({ kind, weightElements, wideBelowBytes }: Operator): boolean {
  return (
    (kind === "matmul" || kind === "experts") && weightElements > 0 && wideBelowBytes < NARROWED
  );
}

/** The weight gradient takes operands that the other two multiplies have cast already. */
const isFresh = ({ name }: Operator): boolean => !name.endsWith("weight");

/** An operand is read at 16 bits and written at eight, as it is and transposed: two elements' worth for each of m · k. */
function cast({ name, count, m, k, groups }: Operator): Operator {
  return vector(`${name} cast`, count, 2 * m * k * groups, 2);
}

function add(a: StepTime, b: StepTime): StepTime {
  return {
    seconds: a.seconds + b.seconds,
    computeBoundSeconds: a.computeBoundSeconds + b.computeBoundSeconds,
    memoryBoundSeconds: a.memoryBoundSeconds + b.memoryBoundSeconds,
    overheadSeconds: a.overheadSeconds + b.overheadSeconds,
    networkSeconds: a.networkSeconds + b.networkSeconds,
    busyComputeSeconds: a.busyComputeSeconds + b.busyComputeSeconds,
    busyMemorySeconds: a.busyMemorySeconds + b.busyMemorySeconds,
    operations: a.operations + b.operations,
  };
}
