import type { TrainingProgram } from "../workload/training-program.ts";
import type { Sharding } from "../workload/types.ts";
import type { Device } from "./device.ts";
import type { StepTime } from "./step-time.ts";
import { exposedGradientSeconds } from "./training-gradients.ts";
import { shownHandOvers, stagesOf } from "./training-stages.ts";
import { ownParameters, stageParameters, stateBytes } from "./training-states.ts";
import {
  fullestStage,
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

/**
 * Step time of one layout (Narayanan et al. 2021): (m + (p − 1)/v) micro-batches of forward and backward with their hand-overs
 * between stages, then what the gradient reduction does not hide behind the backward pass, then the optimizer.
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
  const handingOver =
    shownHandOvers(interleave, device.stack.collectiveOverlap) * micro.handOverSeconds;
  const waiting = hostSeconds(setup, layout, micro) + handingOver;
  const perMicro = microSeconds(micro, layout.recompute) + waiting;
  const perMean = meanStageSeconds(micro, layout.recompute, pipeline) + waiting;
  const bubbleSeconds = ((pipeline - 1) / interleave) * perMean;
  const busySeconds = microBatches * perMicro;
  const dataParallelSeconds = exposedGradientSeconds(setup, layout, {
    microBatches,
    pass: micro.forward.seconds + micro.backward.seconds,
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
  const parts = trainingMemoryParts(setup, layout, microBatches);
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

function allParameters(program: TrainingProgram, sharding: Sharding): number {
  const { dense, experts } = stageParameters(program, sharding);
  return dense + experts;
}

function optimizerTime(setup: TrainingSetup, layout: TrainingLayout): number {
  const { program, device, trainableShare } = setup;
  const { sharding, zeroStage } = layout;
  const { weight, gradient, optimizer } = stateBytes(setup);
  // Adam reads and writes master weights and both moments, reads gradients, writes 16-bit weights.
  const held = trainableShare * (zeroStage >= 1 ? ownParameters : allParameters)(program, sharding);
  const bytes = held * (2 * optimizer + gradient + weight);
  if (!layout.offload) return bytes / device.memoryBytesPerSecond;
  // Gradients go down to the host and weights come back, beside its own pass over the state.
  const link = device.chip.hostLink?.bandwidthBytesPerSecond ?? HOST_MEMORY_SHARE;
  return (held * (gradient + weight)) / link + bytes / HOST_MEMORY_SHARE;
}

/**
 * What one micro-batch waits for activations on their way to the host during its forward pass, and back during its backward pass,
 * where the way takes longer than the pass (Isaev et al. 2023, Calculon: offloading hides behind compute as far as it can).
 */
function hostSeconds(setup: TrainingSetup, layout: TrainingLayout, micro: MicroStep): number {
  if (!layout.offloadActivations) return 0;
  const { program, device, sequence } = setup;
  const { microBatch, sharding, recompute } = layout;
  const stage = fullestStage(sharding, micro.stages);
  const kept = program.activationBytes(microBatch, sequence, stage, recompute);
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

/** What fills one chip, bytes: states of the stage that has most, activations of a full one at the front, where most micro-batches wait. */
export function trainingMemoryParts(
  setup: Omit<TrainingSetup, "formats" | "globalBatch">,
  layout: TrainingLayout,
  microBatches: number,
): { part: string; bytes: number }[] {
  const { program, sequence, trainableShare } = setup;
  const { sharding, microBatch, zeroStage, recompute, interleave } = layout;
  const { pipeline } = sharding;
  const { weight, gradient, optimizer } = stateBytes(setup);
  const held = (fromStage: number): number =>
    (zeroStage >= fromStage ? ownParameters : allParameters)(program, sharding);
  const stages = stagesOf(program.layers, pipeline);
  // 1F1B keeps as many micro-batches on the first stage as there are stages; interleaving adds (p − 1)/v of one more.
  const extra = interleave > 1 ? (pipeline - 1) / interleave : 0;
  const inFlight = Math.min(microBatches, pipeline + extra);
  const onChip = layout.offloadActivations
    ? Math.min(inFlight, LAYERS_ON_CHIP / stages.layers)
    : inFlight;
  const stage = fullestStage(sharding, stages);
  const kept = program.activationBytes(microBatch, sequence, stage, recompute);
  const transient = program.transientBytes(microBatch, sequence, sharding, recompute);
  return [
    { part: "weights", bytes: held(3) * weight },
    { part: "gradients", bytes: held(2) * trainableShare * gradient },
    { part: "optimizer state", bytes: layout.offload ? 0 : held(1) * trainableShare * optimizer },
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
