import type { GenerativeProgram } from "../workload/program.ts";
import { chipsPerReplica, weightElementsPerChip } from "../workload/program.ts";
import type { Sharding } from "../workload/types.ts";
import type { Device } from "./device.ts";
import type { Formats } from "./formats.ts";
import { residentShare, stepTime, type StepTime } from "./step-time.ts";

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
  /** Prefill of one sequence of mean length on one pipeline stage. */
  prefill: StepTime;
  /** Prefill of as many short prompts as one chunk holds, for each of them; null where one prompt fills the multiplies. */
  joined: { prompts: number; perPrompt: StepTime } | null;
}

/** Steady state of a replica with `batch` sequences in flight. */
export interface ServingPoint {
  batch: number;
  decode: StepTime;
  /** Requests per second that the replica completes. */
  requestsPerSecond: number;
  /** Time per output token that a user sees, prefills of other users included. */
  timePerOutputTokenSeconds: number;
  /** Time to first token of an unloaded replica. */
  prefillLatencySeconds: number;
  memoryBytesPerChip: number;
  /** One second of one chip at full load, for power and utilisation. */
  mixture: StepTime;
}

/** Tokens of one chunk of prefill, the usual budget of serving engines (vLLM and SGLang: 2,048 to 8,192). */
const CHUNK_TOKENS = 8192;

/** Prompts shorter than this leave a multiply waiting for its weights; several of them that start in one step share the reading. */
const FULL_TOKENS = 512;

export function servingMemory(setup: ServingSetup): ServingMemory {
  const { program, device, formats, sharding, inputTokens, outputTokens } = setup;
  const weightBytesPerChip = weightElementsPerChip(program, sharding) * formats.weightBytes;
  const workingTokens = Math.min(CHUNK_TOKENS, Math.max(1, inputTokens));
  const workingBytesPerChip =
    (workingTokens * program.activationElementsPerToken * formats.activationBytes) /
    sharding.tensor;
  const cacheBytesPerSequence =
    program.cacheElements(inputTokens, outputTokens, sharding) * formats.cacheBytes;
  const free = device.usableMemoryBytes - weightBytesPerChip - workingBytesPerChip;
  const room = free * (device.stack.cacheShareOfFree ?? 1);
  const perGroup = Math.max(0, Math.floor(room / cacheBytesPerSequence));
  return {
    weightBytesPerChip,
    workingBytesPerChip,
    cacheBytesPerSequence,
    largestBatch: perGroup * sharding.data,
  };
}

export function servingBase(setup: ServingSetup): ServingBase {
  const { program, device, formats, sharding, inputTokens } = setup;
  const memory = servingMemory(setup);
  const resident = residentShare(device, memory.weightBytesPerChip);
  const step = program.prefill(1, inputTokens, sharding);
  const prefill = stepTime(step, device, formats, sharding, resident);
  const joined = joinedPrefill({ ...setup, resident });
  return { ...setup, ...memory, resident, prefill, joined };
}

function joinedPrefill({
  program,
  device,
  formats,
  sharding,
  inputTokens,
  resident,
}: ServingSetup & { resident: number }): ServingBase["joined"] {
  if (inputTokens >= FULL_TOKENS || !device.stack.continuousBatching) return null;
  const prompts = Math.floor(CHUNK_TOKENS / Math.max(1, inputTokens));
  const step = program.prefill(prompts, inputTokens, sharding);
  const whole = stepTime(step, device, formats, sharding, resident);
  return { prompts, perPrompt: times(whole, 1 / prompts) };
}

/**
 * Prefill of one of the prompts that start in the same step: `batch / outputTokens` of them in the steady state. One reading of
 * the weights serves them all, so what a prompt costs falls from that of one alone to that of one in a full chunk.
 */
function prefillAmong(base: ServingBase, perStep: number): StepTime {
  const { prefill, joined } = base;
  if (joined === null || perStep <= 1) return prefill;
  const alone = joined.prompts / Math.min(joined.prompts, perStep);
  const share = (alone - 1) / (joined.prompts - 1);
  return mix(prefill, share, joined.perPrompt, 1 - share);
}

/**
 * Closed form of continuous batching: with n sequences in flight a replica finishes one request every
 * (outputTokens · decode(n) / n + prefill) seconds, so prefills stretch the time per token that users see.
 * Pipeline stages work on different sequences at once: the user waits for all of them, the replica does not.
 */
export function servingPoint(base: ServingBase, batch: number): ServingPoint {
  const { program, device, formats, sharding, inputTokens, outputTokens } = base;
  const prefill = prefillAmong(base, batch / (outputTokens * sharding.data));
  const stages = sharding.pipeline;
  const groups = sharding.data;
  const generated = outputTokens / 2;
  // Fewer sequences than stages and groups leave some of them idle; less than one means that the replica rests now and then.
  const local = Math.max(1, batch / (stages * groups));
  const decode = stepTime(
    program.decode(local, inputTokens, generated, sharding),
    device,
    formats,
    sharding,
    base.resident,
  );
  // All stages together take every sequence one token further; every group prefills its own.
  const decodeSeconds = (outputTokens * decode.seconds * stages) / batch;
  const prefillSeconds = prefill.seconds / groups;
  const secondsPerRequest = decodeSeconds + prefillSeconds;
  const requestsPerSecond = 1 / secondsPerRequest;
  return {
    batch,
    decode,
    requestsPerSecond,
    timePerOutputTokenSeconds: (stages * decode.seconds * secondsPerRequest) / decodeSeconds,
    prefillLatencySeconds: stages * base.prefill.seconds,
    memoryBytesPerChip:
      base.weightBytesPerChip +
      base.workingBytesPerChip +
      (batch / groups) * base.cacheBytesPerSequence,
    mixture: mix(decode, outputTokens / (local * groups), prefill, 1 / groups, secondsPerRequest),
  };
}

/** Model operations per second of a saturated replica over the dense peak of its chips. */
export function servingUtilisation(base: ServingBase, point: ServingPoint): number {
  const peak = base.device.peakOpsPerSecond[base.formats.compute] ?? Number.POSITIVE_INFINITY;
  return point.mixture.operations / (point.mixture.seconds * peak);
}

export const servingChips = (base: ServingSetup): number => chipsPerReplica(base.sharding);

function mix(
  a: StepTime,
  timesA: number,
  b: StepTime,
  timesB: number,
  seconds = timesA * a.seconds + timesB * b.seconds,
): StepTime {
  const sum = (key: keyof StepTime): number => timesA * a[key] + timesB * b[key];
  return {
    seconds,
    computeBoundSeconds: sum("computeBoundSeconds"),
    memoryBoundSeconds: sum("memoryBoundSeconds"),
    overheadSeconds: sum("overheadSeconds"),
    networkSeconds: sum("networkSeconds"),
    busyComputeSeconds: sum("busyComputeSeconds"),
    busyMemorySeconds: sum("busyMemorySeconds"),
    operations: sum("operations"),
  };
}

const times = (step: StepTime, factor: number): StepTime => mix(step, factor, step, 0);
