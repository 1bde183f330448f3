import type { TrainingProgram } from "../workload/training-program.ts";
import type { Sharding } from "../workload/types.ts";
import { collectiveTime } from "./collective-time.ts";
import type { Device } from "./device.ts";
import type { StepTime } from "./step-time.ts";
import {
  meanStageSeconds,
  microSeconds,
  recomputedShare,
  type MicroStep,
  type TrainingLayout,
  type TrainingSetup,
} from "./training-step.ts";

export { microStep } from "./training-step.ts";
export type { MicroStep, TrainingLayout, TrainingSetup } from "./training-step.ts";

/** Virtual stages per pipeline rank that a planner uses: two where each rank has two layers to split (interleaved 1F1B). */
export const interleaveOf = (layers: number, pipeline: number): number =>
  pipeline > 1 && layers >= 2 * pipeline ? 2 : 1;

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
export const WEIGHT_BYTES = 2;
export const GRADIENT_BYTES = 2;
export const OPTIMIZER_BYTES = 12;

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
  const waiting = hostSeconds(setup, layout, micro);
  const perMicro = microSeconds(micro, layout.recompute) + waiting;
  const perMean = meanStageSeconds(micro, layout.recompute, pipeline) + waiting;
  const bubbleSeconds = ((pipeline - 1) / interleave) * perMean;
  const busySeconds = microBatches * perMicro;
  const dataParallelSeconds = exposedGradientSeconds(setup, layout, {
    microBatches,
    forward: micro.forward.seconds,
    backward: micro.backward.seconds,
    bubble: bubbleSeconds,
  });
  const optimizerSeconds = optimizerTime(setup, layout);
  const stepSeconds =
    busySeconds +
    bubbleSeconds +
    dataParallelSeconds +
    optimizerSeconds +
    device.stack.stepOverheadSeconds;
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
    mixture: trainingMixture(
      layout,
      micro,
      microBatches,
      stepSeconds,
      dataParallelSeconds + microBatches * waiting,
    ),
  };
}

/** Parameters on one chip. */
function stageParameters(program: TrainingProgram, sharding: Sharding): number {
  return denseParameters(program, sharding) + stageExperts(program, sharding);
}

function denseParameters({ parameters, limits }: TrainingProgram, sharding: Sharding): number {
  return (parameters - limits.expertParameters) / sharding.tensor / sharding.pipeline;
}

function stageExperts({ limits }: TrainingProgram, sharding: Sharding): number {
  return limits.expertParameters / Math.max(sharding.tensor, sharding.expert) / sharding.pipeline;
}

/** Chips that hold copies of the same weights: the parts of a sequence share them as replicas do. */
const copies = ({ data, context }: Sharding): number => data * context;

/** Parameters that one chip keeps when nothing is held twice: experts that lie on several replicas have fewer copies. */
function ownParameters(program: TrainingProgram, sharding: Sharding): number {
  return program.parameters / (sharding.tensor * sharding.pipeline * copies(sharding));
}

function exposedGradientSeconds(
  setup: TrainingSetup,
  layout: TrainingLayout,
  cover: { microBatches: number; forward: number; backward: number; bubble: number },
): number {
  const { program, device, formats, trainableShare } = setup;
  const { zeroStage } = layout;
  const sharding = { ...layout.sharding, data: copies(layout.sharding), context: 1 };
  if (sharding.data <= 1) return 0;
  const { data, tensor, expert } = sharding;
  // Experts that are spread over all replicas exist once.
  const repeated = expert < data * tensor ? stageExperts(program, sharding) : 0;
  const weights = denseParameters(program, sharding) + repeated;
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
  if (zeroStage < 3) {
    // Gradients are reduced while the last micro-batch passes backward and the pipeline drains, weights gathered while the first passes
    // forward and the pipeline fills.
    return reduce - Math.min(overlap * reduce, cover.forward + cover.backward + cover.bubble);
  }
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
  const behind = Math.min(overlap * perMicro, cover.forward + cover.backward);
  return cover.microBatches * (perMicro - behind);
}

function optimizerTime(setup: TrainingSetup, layout: TrainingLayout): number {
  const { program, device, trainableShare } = setup;
  const { sharding, zeroStage } = layout;
  // Adam reads and writes master weights and both moments, reads gradients, writes 16-bit weights.
  const held =
    trainableShare * (zeroStage >= 1 ? ownParameters : stageParameters)(program, sharding);
  const bytes = held * (2 * OPTIMIZER_BYTES + GRADIENT_BYTES + WEIGHT_BYTES);
  if (!layout.offload) return bytes / device.memoryBytesPerSecond;
  // Gradients go down to the host and weights come back, beside its own pass over the state.
  const link = device.chip.hostLink?.bandwidthBytesPerSecond ?? HOST_MEMORY_SHARE;
  return (held * (GRADIENT_BYTES + WEIGHT_BYTES)) / link + bytes / HOST_MEMORY_SHARE;
}

/**
 * What one micro-batch waits for activations on their way to the host during its forward pass, and back during its backward pass,
 * where the way takes longer than the pass (Isaev et al. 2023, Calculon: offloading hides behind compute as far as it can).
 */
function hostSeconds(setup: TrainingSetup, layout: TrainingLayout, micro: MicroStep): number {
  if (!layout.offloadActivations) return 0;
  const { program, device, sequence } = setup;
  const { microBatch, sharding, recompute } = layout;
  const kept = program.activationBytes(microBatch, sequence, sharding, recompute);
  const way = kept / hostBytesPerSecond(device);
  const { forward, backward } = micro;
  const again = recomputedShare(micro, recompute) * forward.seconds;
  return Math.max(0, way - forward.seconds) + Math.max(0, way - backward.seconds - again);
}

/** Whether the chip has a host whose memory may hold what does not fit on the chip. */
export const hasHost = ({ chip }: Device): boolean =>
  chip.hostLink !== null && chip.class !== "cpu" && chip.class !== "mcu";

/** Bytes per second that one chip gets into the memory of its host. */
export const hostBytesPerSecond = ({ chip }: Device): number =>
  Math.min(chip.hostLink?.bandwidthBytesPerSecond ?? HOST_MEMORY_SHARE, HOST_MEMORY_SHARE);

/** Host memory bandwidth of one chip of eight: two sockets of eight to twelve channels reach about 200 GB/s in CPU Adam (Ren et al. 2021, ZeRO-Offload). */
export const HOST_MEMORY_SHARE = 25e9;

/** Layers whose activations stay on the chip when the others lie on the host: the one at work and the one on its way. */
export const LAYERS_ON_CHIP = 2;

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
  const { pipeline } = sharding;
  const held = (fromStage: number): number =>
    (zeroStage >= fromStage ? ownParameters : stageParameters)(program, sharding);
  // 1F1B keeps as many micro-batches on the first stage as there are stages; interleaving adds (p − 1)/v of one more.
  const extra = interleave > 1 ? (pipeline - 1) / interleave : 0;
  const inFlight = Math.min(microBatches, pipeline + extra);
  const onChip = layout.offloadActivations
    ? Math.min(inFlight, (LAYERS_ON_CHIP * pipeline) / program.layers)
    : inFlight;
  const kept = program.activationBytes(microBatch, sequence, sharding, recompute);
  const transient = program.transientBytes(microBatch, sequence, sharding, recompute);
  return [
    { part: "weights", bytes: held(3) * WEIGHT_BYTES },
    { part: "gradients", bytes: held(2) * trainableShare * GRADIENT_BYTES },
    {
      part: "optimizer state",
      bytes: layout.offload ? 0 : held(1) * trainableShare * OPTIMIZER_BYTES,
    },
    { part: "activations", bytes: onChip * kept + transient },
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
  const again = 1 + recomputedShare(micro, layout.recompute);
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
