import {
  chipsPerReplica,
  weightElementsPerChip,
  type OneShotProgram,
} from "../workload/program.ts";
import type { Sharding } from "../workload/types.ts";
import type { Device } from "./device.ts";
import type { Formats } from "./formats.ts";
import { residentShare, stepTime, type StepTime } from "./step-time.ts";

/** One replica that answers a batch in a fixed number of passes. */
export interface OneShotSetup {
  program: OneShotProgram;
  device: Device;
  formats: Formats;
  sharding: Sharding;
  /** Tokens of one sample; ignored where the input fixes the size. */
  length: number;
  /** Samples of one request (a study of several volumes, a page of documents). */
  samplesPerRequest: number;
  steps: number | null;
}

export interface OneShotPoint {
  batch: number;
  step: StepTime;
  /** Time of one batch from start to end. */
  seconds: number;
  requestsPerSecond: number;
  memoryBytesPerChip: number;
  fits: boolean;
}

export function oneShotPoint(setup: OneShotSetup, batch: number): OneShotPoint {
  const { program, device, formats, sharding, length, steps, samplesPerRequest } = setup;
  const weightBytes = weightElementsPerChip(program, sharding) * formats.weightBytes;
  const resident = residentShare(device, weightBytes);
  const step = stepTime(
    program.forward(batch, length, sharding),
    device,
    formats,
    sharding,
    resident,
  );
  const seconds = sharding.pipeline * program.passes(steps) * step.seconds;
  const activationBytes =
    (batch * program.activationElementsPerSample(length) * formats.activationBytes) /
    sharding.tensor;
  const memoryBytesPerChip = weightBytes + activationBytes;
  return {
    batch,
    step,
    seconds,
    requestsPerSecond: (batch * sharding.pipeline) / (seconds * samplesPerRequest),
    memoryBytesPerChip,
    fits: memoryBytesPerChip <= device.usableMemoryBytes,
  };
}

/** Model operations over the dense peak while a batch runs. */
export function oneShotUtilisation(setup: OneShotSetup, point: OneShotPoint): number {
  const peak = setup.device.peakOpsPerSecond[setup.formats.compute] ?? Number.POSITIVE_INFINITY;
  return point.step.operations / (point.step.seconds * peak);
}

export const oneShotChips = (setup: OneShotSetup): number => chipsPerReplica(setup.sharding);
