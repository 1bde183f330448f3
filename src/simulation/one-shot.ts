import {
  chipsPerReplica,
  weightElementsPerChip,
  type OneShotProgram,
} from "../workload/program.ts";
import type { System } from "../catalog/types.ts";
import { mergeAlike } from "../workload/merge-alike.ts";
import type { Sharding } from "../workload/types.ts";
import type { Device } from "./device.ts";
import { engineShare } from "./engines.ts";
import type { Formats } from "./formats.ts";
import { residentShare, stepSeconds, stepTime, type StepTime } from "./step-time.ts";

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
  /** Time of one batch from start to end, with the host's work on each of its samples. */
  seconds: number;
  /** Time after which the next batch can follow: the host prepares it meanwhile, on several threads. */
  intervalSeconds: number;
  requestsPerSecond: number;
  memoryBytesPerChip: number;
  fits: boolean;
}

/**
 * Threads of the host that prepare samples at once. Boards: several threads bring VEK280 2.1 to 2.7 times the MobileNets and
 * SSDs a second that one does (Vitis AI 3.5 model zoo, two A72 cores); hosts of cards have more than any card needs.
 */
const HOST_THREADS: Readonly<Record<System["kind"], number>> = {
  board: 2,
  device: 2,
  workstation: 16,
  server: 16,
  "rack-scale": 16,
  pod: 16,
};

export function oneShotPoint(setup: OneShotSetup, batch: number): OneShotPoint {
  const { program, device, formats, sharding, length, steps, samplesPerRequest } = setup;
  const weightBytes = weightElementsPerChip(program, sharding) * formats.weightBytes;
  const passSeconds = sharding.pipeline * program.passes(steps) * batchSeconds(setup, batch);
  const hostSeconds = batch * device.stack.sequenceOverheadSeconds;
  const seconds = passSeconds + hostSeconds;
  const intervalSeconds = Math.max(passSeconds, hostSeconds / HOST_THREADS[device.system.kind]);
  const activationBytes =
    (batch * program.activationElementsPerSample(length) * formats.activationBytes) /
    sharding.tensor;
  const memoryBytesPerChip = weightBytes + activationBytes;
  return {
    batch,
    seconds,
    intervalSeconds,
    requestsPerSecond: (batch * sharding.pipeline) / (intervalSeconds * samplesPerRequest),
    memoryBytesPerChip,
    fits: memoryBytesPerChip <= device.usableMemoryBytes,
  };
}

/** What one engine does in a pass: on which share of the chip, with how many samples, and which share of the weights stays on the die. */
interface EnginePass {
  device: Device;
  /** Samples that the pass carries, empty ones of an INT8 pass included. */
  samples: number;
  residentShare: number;
  /** Engines that work, each on such a pass. */
  busy: number;
}

type PassSetup = Pick<OneShotSetup, "program" | "device" | "formats" | "sharding" | "length">;

export function enginePass(setup: PassSetup, batch: number): EnginePass {
  const { program, device, formats, sharding, length } = setup;
  const weightBytes = weightElementsPerChip(program, sharding) * formats.weightBytes;
  if (isMemoryless(device)) {
    const workingBytes = program.activationElementsPerSample(length) * formats.activationBytes;
    const fits = weightBytes + workingBytes <= device.onChip.bytes;
    return { device, samples: 1, residentShare: fits ? 1 : 0, busy: 1 };
  }
  const engine = engineShare(device, batch, chipsPerReplica(sharding));
  const lanes = formats.compute === "int8" ? (device.chip.int8Lanes ?? 1) : 1;
  return {
    device: engine.device,
    samples: Math.ceil(engine.samples / lanes) * lanes,
    residentShare: residentShare(engine.device, weightBytes),
    busy: engine.busy,
  };
}

/** `oneShotStep(…).seconds`, for searches that ask for no more. */
function batchSeconds(setup: OneShotSetup, batch: number): number {
  const { program, device, formats, sharding, length } = setup;
  const pass = enginePass(setup, batch);
  if (isMemoryless(device)) return contextSteps(setup, batch, pass).seconds;
  return stepSeconds(
    mergeAlike(program.forward(pass.samples, length, sharding)),
    pass.device,
    formats,
    sharding,
    pass.residentShare,
  );
}

/** One pass of a batch on all engines of the chip, and where its time goes. */
export function oneShotStep(setup: OneShotSetup, batch: number): StepTime {
  const { program, device, formats, sharding, length } = setup;
  const pass = enginePass(setup, batch);
  if (isMemoryless(device)) return contextSteps(setup, batch, pass);
  const step = stepTime(
    mergeAlike(program.forward(pass.samples, length, sharding)),
    pass.device,
    formats,
    sharding,
    pass.residentShare,
  );
  const engines = pass.device === device ? 1 : (device.chip.engines ?? 1);
  step.operations = (step.operations * batch) / pass.samples;
  step.busyComputeSeconds = (step.busyComputeSeconds * pass.busy) / engines;
  return step;
}

const STEPS = new WeakMap<OneShotPoint, StepTime>();

/** The pass behind a point, worked out when it is first asked for: demands of today and later and tasks alike share their points. */
export function stepOfPoint(setup: OneShotSetup, point: OneShotPoint): StepTime {
  let step = STEPS.get(point);
  if (!step) STEPS.set(point, (step = oneShotStep(setup, point.batch)));
  return step;
}

/** Modules without memory of their own, which keep everything on the die and get the rest over the bus of their host. */
function isMemoryless({ chip }: Device): boolean {
  return chip.class !== "mcu" && chip.memory.bandwidthBytesPerSecond === null;
}

/**
 * One pass on a die without memory behind it. Samples follow each other through what the compiler laid out, so activations never
 * leave the die. What does not fit is cut into parts (contexts), and the weights of all parts come over the host's bus
 * once for each batch.
 */
function contextSteps(setup: OneShotSetup, batch: number, pass: EnginePass): StepTime {
  const { program, device, formats, sharding, length } = setup;
  const loadedBytes =
    (1 - pass.residentShare) * weightElementsPerChip(program, sharding) * formats.weightBytes;
  const one = stepTime(program.forward(1, length, sharding), device, formats, sharding, 1);
  const loading = loadedBytes / device.memoryBytesPerSecond;
  const overheadSeconds = one.overheadSeconds;
  const busySeconds = one.seconds - overheadSeconds;
  return {
    seconds: batch * busySeconds + overheadSeconds + loading,
    computeBoundSeconds: batch * one.computeBoundSeconds,
    memoryBoundSeconds: batch * one.memoryBoundSeconds + loading,
    overheadSeconds,
    networkSeconds: batch * one.networkSeconds,
    busyComputeSeconds: batch * one.busyComputeSeconds,
    busyMemorySeconds: batch * one.busyMemorySeconds + loading,
    operations: batch * one.operations,
  };
}

/** Model operations over the dense peak while a batch runs. */
export function oneShotUtilisation({ device, formats }: OneShotSetup, step: StepTime): number {
  const peak = device.peakOpsPerSecond[formats.compute] ?? Number.POSITIVE_INFINITY;
  return step.operations / (step.seconds * peak);
}

export const oneShotChips = (setup: OneShotSetup): number => chipsPerReplica(setup.sharding);
