import { backwardStep } from "../workload/backward.ts";
import type { Recompute, TrainingProgram } from "../workload/training-program.ts";
import { UNSHARDED, type Sharding } from "../workload/types.ts";
import { collectiveTime } from "./collective-time.ts";
import type { Device } from "./device.ts";
import type { Formats } from "./formats.ts";
import { stepTime, type StepTime } from "./step-time.ts";

export interface TrainingSetup {
  program: TrainingProgram;
  device: Device;
  formats: Formats;
  sequence: number;
  /** Sequences per optimizer step, all replicas. */
  globalBatch: number;
  trainableShare: number;
}

/** One layout; `sharding.data` replicas work on different sequences. */
export interface TrainingLayout {
  sharding: Sharding;
  microBatch: number;
  /** Virtual stages per pipeline rank (interleaved schedule); 1 for plain 1F1B. */
  interleave: number;
  zeroStage: 0 | 1 | 2 | 3;
  recompute: Recompute;
}

/** Virtual stages per pipeline rank that a planner uses: two where each rank has two layers to split (interleaved 1F1B). */
export const interleaveOf = (layers: number, pipeline: number): number =>
  pipeline > 1 && layers >= 2 * pipeline ? 2 : 1;

/** Forward and backward of one micro-batch on one stage: what neither replicas nor recomputation change. */
export interface MicroStep {
  forward: StepTime;
  backward: StepTime;
  /** Forward operations of the whole model: no padding, no second copy of what every stage or chip does for itself. */
  modelOperations: number;
}

export interface TrainingPoint {
  layout: TrainingLayout;
  microBatches: number;
  /** One optimizer step, seconds. */
  stepSeconds: number;
  bubbleSeconds: number;
  dataParallelSeconds: number;
  tokensPerSecond: number;
  memoryBytesPerChip: number;
  fits: boolean;
  chips: number;
  /** Model operations (6·N·D and attention, no recomputation) over dense peak: MFU. */
  modelFlopsUtilisation: number;
  mixture: StepTime;
}

/** Bytes per parameter: 16-bit weights and gradients, FP32 master copy and two Adam moments (Rajbhandari et al. 2020: 2 + 2 + 12). */
const WEIGHT_BYTES = 2;
const GRADIENT_BYTES = 2;
const OPTIMIZER_BYTES = 12;

/** Forward work repeated in the backward pass. Selective: 2.7 % of the operations of GPT-3 (Korthikanti et al. 2022). */
const RECOMPUTED_SHARE: Readonly<Record<Recompute, number>> = {
  none: 0,
  selective: 0.027,
  full: 1,
};

export function microStep(setup: TrainingSetup, layout: TrainingLayout): MicroStep {
  const { program, device, formats, sequence, trainableShare } = setup;
  const { sharding, microBatch } = layout;
  const step = program.forward(microBatch, sequence, sharding);
  // Forward and backward of a micro-batch are one step: its fixed overhead counts once, and not again when the forward is repeated.
  const bare = { ...device, stack: { ...device.stack, stepOverheadSeconds: 0 } };
  const forward = stepTime(step, bare, formats, sharding, 0);
  const backward = stepTime(backwardStep(step, trainableShare), device, formats, sharding, 0);
  const modelOperations = program
    .forward(microBatch, sequence, UNSHARDED)
    .operators.reduce((sum, operator) => sum + operator.count * operator.operations, 0);
  return { forward, backward, modelOperations };
}

/** Seconds of one micro-batch on one stage, repeated forward work included. */
export function microSeconds(micro: MicroStep, recompute: Recompute): number {
  return micro.forward.seconds * (1 + RECOMPUTED_SHARE[recompute]) + micro.backward.seconds;
}

/**
 * Step time of one layout (Narayanan et al. 2021): (m + (p − 1)/v) micro-batches of forward and backward, then what the
 * gradient reduction does not hide behind the backward pass, then the optimizer.
 */
export function trainingPoint(
  setup: TrainingSetup,
  layout: TrainingLayout,
  micro: MicroStep,
): TrainingPoint {
  const { program, device, formats, sequence, globalBatch, trainableShare } = setup;
  const { sharding, microBatch, interleave } = layout;
  const { pipeline, data, tensor, context } = sharding;
  const microBatches = Math.max(1, Math.ceil(globalBatch / (data * microBatch)));
  const perMicro = microSeconds(micro, layout.recompute);
  const bubbleSeconds = ((pipeline - 1) / interleave) * perMicro;
  const busySeconds = microBatches * perMicro;
  const weights = stageParameters(program, sharding);
  const dataParallelSeconds = exposedGradientSeconds(setup, layout, weights, micro, microBatches);
  const optimizerSeconds = optimizerTime(device, weights * trainableShare, layout);
  const stepSeconds = busySeconds + bubbleSeconds + dataParallelSeconds + optimizerSeconds;
  const chips = tensor * pipeline * context * data;
  const tokens = globalBatch * program.tokensPerSequence(sequence);
  const parts = trainingMemoryParts(program, { layout, sequence, trainableShare, microBatches });
  const memoryBytesPerChip = parts.reduce((sum, part) => sum + part.bytes, 0);
  const peak = device.peakOpsPerSecond[formats.compute] ?? Number.POSITIVE_INFINITY;
  // Input and weight gradients cost as much as the forward pass each (Narayanan et al. 2021).
  const modelOperations = (globalBatch / microBatch) * micro.modelOperations * (2 + trainableShare);
  return {
    layout,
    microBatches,
    stepSeconds,
    bubbleSeconds,
    dataParallelSeconds,
    tokensPerSecond: tokens / stepSeconds,
    memoryBytesPerChip,
    fits: memoryBytesPerChip <= device.usableMemoryBytes,
    chips,
    modelFlopsUtilisation: modelOperations / (stepSeconds * peak * chips),
    mixture: trainingMixture(layout, micro, microBatches, stepSeconds, dataParallelSeconds),
  };
}

/** Parameters on one chip. */
function stageParameters(program: TrainingProgram, sharding: Sharding): number {
  const { tensor, pipeline, expert } = sharding;
  const experts = program.limits.expertParameters;
  return ((program.parameters - experts) / tensor + experts / Math.max(tensor, expert)) / pipeline;
}

function exposedGradientSeconds(
  setup: TrainingSetup,
  layout: TrainingLayout,
  weights: number,
  micro: MicroStep,
  microBatches: number,
): number {
  const { device, formats, trainableShare } = setup;
  const { sharding, zeroStage } = layout;
  if (sharding.data <= 1) return 0;
  const reduce = collectiveTime(
    {
      name: "gradient all-reduce",
      kind: "all-reduce",
      group: "data",
      count: 1,
      elements: weights * trainableShare,
      bytesPerElement: GRADIENT_BYTES,
    },
    device,
    formats,
    sharding,
  );
  const overlap = device.stack.collectiveOverlap;
  // The reduction of a layer can start when the last micro-batch has passed it.
  if (zeroStage < 3) return reduce - Math.min(overlap * reduce, micro.backward.seconds);
  const gather = collectiveTime(
    {
      name: "weight all-gather",
      kind: "all-gather",
      group: "data",
      count: 1,
      elements: weights,
      bytesPerElement: WEIGHT_BYTES,
    },
    device,
    formats,
    sharding,
  );
  // Every micro-batch gathers the sharded weights for the forward and again for the backward pass and scatters its gradients: one
  // and a half times the bytes of plain data parallelism (Rajbhandari et al. 2020, section 7.2). Half an all-reduce is a reduce-scatter.
  const perMicro = 2 * gather + reduce / 2;
  const behind = Math.min(overlap * perMicro, micro.forward.seconds + micro.backward.seconds);
  return microBatches * (perMicro - behind);
}

function optimizerTime(device: Device, parameters: number, layout: TrainingLayout): number {
  const shards = layout.zeroStage >= 1 ? layout.sharding.data : 1;
  // Adam reads and writes master weights and both moments, reads gradients, writes 16-bit weights.
  const bytes = (parameters / shards) * (2 * OPTIMIZER_BYTES + GRADIENT_BYTES + WEIGHT_BYTES);
  return bytes / device.memoryBytesPerSecond;
}

export interface TrainingMemorySetup {
  layout: TrainingLayout;
  sequence: number;
  trainableShare: number;
  microBatches: number;
}

/** What fills one chip (the first pipeline stage, which keeps most), bytes. */
export function trainingMemoryParts(
  program: TrainingProgram,
  setup: TrainingMemorySetup,
): { part: string; bytes: number }[] {
  const { layout, sequence, trainableShare, microBatches } = setup;
  const { sharding, microBatch, zeroStage, recompute, interleave } = layout;
  const { data, pipeline } = sharding;
  const weights = stageParameters(program, sharding);
  const trained = weights * trainableShare;
  // 1F1B keeps as many micro-batches on the first stage as there are stages; interleaving adds (p − 1)/v of one more.
  const extra = interleave > 1 ? (pipeline - 1) / interleave : 0;
  const inFlight = Math.min(microBatches, pipeline + extra);
  const kept = program.activationBytes(microBatch, sequence, sharding, recompute);
  const transient = program.transientBytes(microBatch, sequence, sharding, recompute);
  return [
    { part: "weights", bytes: (weights * WEIGHT_BYTES) / (zeroStage >= 3 ? data : 1) },
    { part: "gradients", bytes: (trained * GRADIENT_BYTES) / (zeroStage >= 2 ? data : 1) },
    { part: "optimizer state", bytes: (trained * OPTIMIZER_BYTES) / (zeroStage >= 1 ? data : 1) },
    { part: "activations", bytes: inFlight * kept + transient },
  ];
}

function trainingMixture(
  layout: TrainingLayout,
  micro: MicroStep,
  microBatches: number,
  stepSeconds: number,
  dataParallelSeconds: number,
): StepTime {
  const { forward, backward } = micro;
  const again = 1 + RECOMPUTED_SHARE[layout.recompute];
  const sum = (key: keyof StepTime): number =>
    microBatches * (again * forward[key] + backward[key]);
  return {
    seconds: stepSeconds,
    computeBoundSeconds: sum("computeBoundSeconds"),
    memoryBoundSeconds: sum("memoryBoundSeconds"),
    overheadSeconds: sum("overheadSeconds"),
    networkSeconds: sum("networkSeconds") + dataParallelSeconds,
    busyComputeSeconds: sum("busyComputeSeconds"),
    busyMemorySeconds: sum("busyMemorySeconds"),
    operations: microBatches * (forward.operations + backward.operations),
  };
}
