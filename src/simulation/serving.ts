import { once } from "../units/once.ts";
import type { GenerativeProgram } from "../workload/program.ts";
import { chipsPerReplica } from "../workload/program.ts";
import type { Sharding, Step } from "../workload/types.ts";
import type { Device } from "./device.ts";
import type { Formats } from "./formats.ts";
import { weightBytesPerChip } from "./wide-weights.ts";
import { residentShare, stepSeconds, stepTime, type StepTime } from "./step-time.ts";

/** One replica that generates tokens with continuous batching. */
export interface ServingSetup {
  program: GenerativeProgram;
  device: Device;
  formats: Formats;
  sharding: Sharding;
  inputTokens: number;
  outputTokens: number;
}

/** What a setup stores, whatever its batch. */
export interface ServingMemory {
  weightBytesPerChip: number;
  workingBytesPerChip: number;
  cacheBytesPerSequence: number;
  /** Sequences whose cache fits beside the weights, all attention groups of the replica together; 0 when the weights do not fit. */
  largestBatch: number;
}

/** Fixed parts of a setup, computed once and shared by every batch size. */
export interface ServingBase extends ServingSetup, ServingMemory {
  resident: number;
  /** Prefill of one sequence of mean length on one pipeline stage; 0 where others read the prompts. */
  prefillSeconds: number;
  /** Prefill of as many short prompts as one chunk holds, for each of them; null where one prompt fills the multiplies. */
  joined: { prompts: number; seconds(): number } | null;
}

/** Steady state of a replica with `batch` sequences in flight. */
export interface ServingPoint {
  batch: number;
  /** One decode step of a pipeline stage. */
  stepSeconds: number;
  /** Requests per second that the replica completes. */
  requestsPerSecond: number;
  /** Time per output token that a user sees, prefills of other users included. */
  timePerOutputTokenSeconds: number;
  /** Time to first token of an unloaded replica. */
  prefillLatencySeconds: number;
  memoryBytesPerChip: number;
}

/** Tokens of one chunk of prefill, the usual budget of serving engines (vLLM and SGLang: 2,048 to 8,192, LMDeploy from 0.3 on: 8,192). */
export const CHUNK_TOKENS = 8192;

/** Prompts shorter than this leave a multiply waiting for its weights; several of them that start in one step share the reading. */
const FULL_TOKENS = 512;

export function servingMemory(setup: ServingSetup): ServingMemory {
  const { program, device, formats, sharding, inputTokens, outputTokens } = setup;
  const weights = weightBytesPerChip(program, sharding, formats);
  const workingTokens = Math.min(CHUNK_TOKENS, Math.max(1, inputTokens));
  const workingBytesPerChip =
    (workingTokens * program.activationElementsPerToken * formats.activationBytes) /
    sharding.tensor;
  const cacheBytesPerSequence =
    program.cacheElements(inputTokens, outputTokens, sharding) * formats.cacheBytes;
  const free = device.usableMemoryBytes - weights - workingBytesPerChip;
  const room = free * (device.stack.cacheShareOfFree ?? 1);
  const perGroup = Math.max(0, Math.floor(room / cacheBytesPerSequence));
  return {
    weightBytesPerChip: weights,
    workingBytesPerChip,
    cacheBytesPerSequence,
    largestBatch: perGroup * sharding.data,
  };
}

export function servingBase(setup: ServingSetup, memory = servingMemory(setup)): ServingBase {
  const { program, device, formats, sharding, inputTokens } = setup;
  const resident = residentShare(device, memory.weightBytesPerChip);
  const step = program.prefill(1, inputTokens, sharding);
  const prefillSeconds = stepSeconds(step, device, formats, sharding, resident);
  return {
    program,
    device,
    formats,
    sharding,
    inputTokens,
    outputTokens: setup.outputTokens,
    weightBytesPerChip: memory.weightBytesPerChip,
    workingBytesPerChip: memory.workingBytesPerChip,
    cacheBytesPerSequence: memory.cacheBytesPerSequence,
    largestBatch: memory.largestBatch,
    resident,
    prefillSeconds,
    joined: joinedPrefill(setup, resident),
  };
}

function joinedPrefill(setup: ServingSetup, resident: number): ServingBase["joined"] {
  const { program, device, formats, sharding, inputTokens } = setup;
  if (inputTokens >= FULL_TOKENS || !device.stack.continuousBatching) return null;
  const prompts = Math.floor(CHUNK_TOKENS / Math.max(1, inputTokens));
  const seconds = once(() => {
    const step = program.prefill(prompts, inputTokens, sharding);
    return stepSeconds(step, device, formats, sharding, resident) / prompts;
  });
  return { prompts, seconds };
}

/**
 * Share of the prompts that start in the same step, `batch / outputTokens` of them in the steady state, as if each was read alone; the
 * rest as in a full chunk. One reading of the weights serves them all, so what a prompt costs falls from the one to the other.
 */
function readAlone({ joined, outputTokens, sharding }: ServingBase, batch: number): number {
  const perStep = batch / (outputTokens * sharding.data);
  if (joined === null || perStep <= 1) return 1;
  const { prompts } = joined;
  return (prompts / Math.min(prompts, perStep) - 1) / (prompts - 1);
}

/** Prefill of one prompt among those that start with it, seconds. */
function prefillAmong(base: ServingBase, batch: number): number {
  const { prefillSeconds, joined } = base;
  const alone = readAlone(base, batch);
  return joined === null || alone === 1
    ? prefillSeconds
    : alone * prefillSeconds + (1 - alone) * joined.seconds();
}

/**
 * Closed form of continuous batching: with n sequences in flight a replica finishes one request every
 * (outputTokens · decode(n) / n + prefill) seconds, so prefills stretch the time per token that users see.
 * Pipeline stages work on different sequences at once: the user waits for all of them, the replica does not.
 */
export function servingPoint(base: ServingBase, batch: number): ServingPoint {
  const { device, formats, sharding, outputTokens } = base;
  const stages = sharding.pipeline;
  const groups = sharding.data;
  const step = stepSeconds(decodeStep(base, batch), device, formats, sharding, base.resident);
  // All stages together take every sequence one token further; every group prefills its own.
  const decodeSeconds = (outputTokens * step * stages) / batch;
  const secondsPerRequest = decodeSeconds + prefillAmong(base, batch) / groups;
  return {
    batch,
    stepSeconds: step,
    requestsPerSecond: 1 / secondsPerRequest,
    timePerOutputTokenSeconds: (stages * step * secondsPerRequest) / decodeSeconds,
    prefillLatencySeconds: stages * base.prefillSeconds,
    memoryBytesPerChip:
      base.weightBytesPerChip +
      base.workingBytesPerChip +
      (batch / groups) * base.cacheBytesPerSequence,
  };
}

/** Fewer sequences than stages and groups leave some of them idle; less than one means that the replica rests now and then. */
const localBatch = ({ sharding }: ServingSetup, batch: number): number =>
  Math.max(1, batch / (sharding.pipeline * sharding.data));

/** Prefill of one sequence on one pipeline stage, and where its time goes. */
export const prefillTime = (base: ServingBase): StepTime => promptsTime(base, 1);

/** The same of several sequences at once. */
function promptsTime(base: ServingBase, prompts: number): StepTime {
  const { program, device, formats, sharding, inputTokens, resident } = base;
  const step = program.prefill(prompts, inputTokens, sharding);
  return stepTime(step, device, formats, sharding, resident);
}

/** One decode step of a pipeline stage, and where its time goes. */
export function decodeTime(base: ServingBase, batch: number): StepTime {
  const { device, formats, sharding, resident } = base;
  return stepTime(decodeStep(base, batch), device, formats, sharding, resident);
}

function decodeStep(base: ServingBase, batch: number): Step {
  const { program, sharding, inputTokens, outputTokens } = base;
  return program.decode(localBatch(base, batch), inputTokens, outputTokens / 2, sharding);
}

/** What one chip does for one request at full load, for power and utilisation. */
export const servingMixture = (base: ServingBase, point: ServingPoint): StepTime =>
  servingMixtures(base)(point);

/** The same for several points of a replica, which read their prompts alike. */
export function servingMixtures(base: ServingBase): (point: ServingPoint) => StepTime {
  const { sharding, outputTokens, prefillSeconds, joined } = base;
  const groups = sharding.data;
  const prefillAlone = once(() => prefillTime(base));
  return ({ batch, requestsPerSecond }) => {
    const steps = outputTokens / (localBatch(base, batch) * groups);
    const decode = decodeTime(base, batch);
    if (prefillSeconds === 0) return mix(decode, steps, decode, 0, 1 / requestsPerSecond);
    const prefill = prefillAlone();
    const alone = readAlone(base, batch);
    const among =
      joined === null || alone === 1
        ? prefill
        : mix(prefill, alone, promptsTime(base, joined.prompts), (1 - alone) / joined.prompts);
    return mix(decode, steps, among, 1 / groups, 1 / requestsPerSecond);
  };
}

/** Model operations per second of a saturated replica over the dense peak of its chips. */
export function servingUtilisation({ device, formats }: ServingBase, mixture: StepTime): number {
  const peak = device.peakOpsPerSecond[formats.compute] ?? Number.POSITIVE_INFINITY;
  return mixture.operations / (mixture.seconds * peak);
}

export const servingChips = (base: ServingSetup): number => chipsPerReplica(base.sharding);

function mix(
  a: StepTime,
  timesA: number,
  b: StepTime,
  timesB: number,
  seconds = timesA * a.seconds + timesB * b.seconds,
): StepTime {
  return {
    seconds,
    computeBoundSeconds: timesA * a.computeBoundSeconds + timesB * b.computeBoundSeconds,
    memoryBoundSeconds: timesA * a.memoryBoundSeconds + timesB * b.memoryBoundSeconds,
    overheadSeconds: timesA * a.overheadSeconds + timesB * b.overheadSeconds,
    networkSeconds: timesA * a.networkSeconds + timesB * b.networkSeconds,
    busyComputeSeconds: timesA * a.busyComputeSeconds + timesB * b.busyComputeSeconds,
    busyMemorySeconds: timesA * a.busyMemorySeconds + timesB * b.busyMemorySeconds,
    operations: timesA * a.operations + timesB * b.operations,
  };
}
