import { chipsPerReplica, type OneShotProgram } from "../workload/program.ts";
import type { System } from "../catalog/types.ts";
import { mergeAlike } from "../workload/merge-alike.ts";
import type { Sharding } from "../workload/types.ts";
import type { Device } from "./device.ts";
import { engineShare } from "./engines.ts";
import type { Formats } from "./formats.ts";
import { residentShare, stepSeconds, stepTime, type StepTime } from "./step-time.ts";
import { weightBytesPerChip } from "./wide-weights.ts";

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
  const weightBytes = weightBytesPerChip(program, sharding, formats);
  const passSeconds = sharding.pipeline * program.passes(steps) * batchSeconds(setup, batch);
  const hostSeconds = batch * device.stack.sequenceOverheadSeconds;
  const sendingSeconds = batch * samplesPerRequest * pictureSeconds(setup);
  const seconds = passSeconds + hostSeconds + sendingSeconds;
  const intervalSeconds = Math.max(
    passSeconds,
    hostSeconds / HOST_THREADS[device.system.kind],
    sendingSeconds,
  );
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

/** Pictures cross the host's link as bytes, a channel each, and are widened on the chip. */
function pictureSeconds({ program, device }: OneShotSetup): number {
  const { hostLink, class: chipClass } = device.chip;
  if (hostLink === null || chipClass === "cpu") return 0;
  return program.pictureElements / hostLink.bandwidthBytesPerSecond;
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
  const weightBytes = weightBytesPerChip(program, sharding, formats);
  if (device.family.contexts === true) {
    const workingBytes = program.activationElementsPerSample(length) * formats.activationBytes;
    const fits = weightBytes + workingBytes <= device.onChip.bytes;
    return { device, samples: 1, residentShare: fits ? 1 : 0, busy: 1 };
  }
  if (isHostFed(device)) {
    return { device, samples: 1, residentShare: residentShare(device, weightBytes), busy: 1 };
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
  if (runsSamplesInTurn(device)) return inTurn(setup, batch, pass).seconds;
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
  if (runsSamplesInTurn(device)) return inTurn(setup, batch, pass);
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

/** Modules without memory of their own, which keep on the die what fits and get the rest over the bus of their host. */
function isHostFed({ chip }: Device): boolean {
  return chip.class !== "mcu" && chip.memory.bandwidthBytesPerSecond === null;
}

const runsSamplesInTurn = (device: Device): boolean =>
  device.family.contexts === true || isHostFed(device);

/**
 * Samples that follow each other through what the compiler laid out on the die, so that activations never leave it. What does not fit
 * comes over the host's bus or from memory: once for each sample (parameter data caching of the Edge TPU), or,
 * where the network is cut into contexts (Hailo), the weights of all of them once for each batch.
 */
function inTurn(setup: PassSetup, batch: number, pass: EnginePass): StepTime {
  const { program, device, formats, sharding, length } = setup;
  const loadedBytes = (1 - pass.residentShare) * weightBytesPerChip(program, sharding, formats);
  const loads = device.family.contexts === true ? 1 : batch;
  const one = stepTime(program.forward(1, length, sharding), device, formats, sharding, 1);
  const loading = (loads * loadedBytes) / device.memoryBytesPerSecond;
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
