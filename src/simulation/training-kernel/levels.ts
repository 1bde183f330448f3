import {
  GRADIENT_BYTES,
  HOST_MEMORY_SHARE,
  LAYERS_ON_CHIP,
  OPTIMIZER_BYTES,
  WEIGHT_BYTES,
} from "../training.ts";
import type { TrainingKernel } from "./kernel.ts";
import { linkSeconds } from "./link-seconds.ts";
import { cheapSeconds, stageSeconds } from "./placement.ts";
import type { StageMemory } from "./stage-parts.ts";

/** Splits the layers into stages, after the split of a stage. */
export function setPipeline(kernel: TrainingKernel, pipeline: number): void {
  const { program } = kernel.setup;
  const { tensor, expert, memory, headSeconds, least } = kernel.split;
  // Layers that do not divide evenly leave some stages with one more.
  const layers = Math.ceil(program.layers / pipeline - 1e-9);
  const experts = program.limits.expertParameters;
  kernel.pipeline = pipeline;
  kernel.layers = layers;
  kernel.meanShare = program.layers / pipeline / layers;
  kernel.denseParameters = (program.parameters - experts) / tensor / pipeline;
  kernel.expertParameters = experts / Math.max(tensor, expert) / pipeline;
  const transient = pipeline > 1 ? memory.transientStaged : memory.transientAlone;
  for (let recompute = 0; recompute < 3; recompute++) {
    kernel.kept[recompute] = (memory.kept[recompute] ?? 0) / pipeline;
    kernel.transient[recompute] = transient[recompute] ?? 0;
  }
  const collectives = layers * least.perLayer + least.fixed + (pipeline > 1 ? least.handOver : 0);
  const { forward, forwardHost, backward, backwardHost } = kernel.split;
  kernel.leastForward = stageSeconds(kernel, forward, forwardHost, collectives);
  kernel.leastCheap = Math.min(kernel.leastForward, cheapSeconds(kernel));
  const both = kernel.leastForward + stageSeconds(kernel, backward, backwardHost, collectives);
  kernel.leastMicro = both + headSeconds;
  kernel.leastMean = kernel.meanShare * both + headSeconds / pipeline;
}

/** Replicas, and the micro-batches that each works on in a step, after the pipeline. */
export function setData(kernel: TrainingKernel, data: number, microBatches: number): void {
  const { setup, device, pipeline, denseParameters, expertParameters } = kernel;
  const { stateBytes, optimizerSeconds } = kernel;
  const { program, trainableShare } = setup;
  const { tensor, context, expert } = kernel.split;
  const copies = data * context;
  const stage = denseParameters + expertParameters;
  const own = program.parameters / (tensor * pipeline * copies);
  const link = device.chip.hostLink?.bandwidthBytesPerSecond ?? HOST_MEMORY_SHARE;
  kernel.data = data;
  kernel.microBatches = microBatches;
  kernel.copies = copies;
  // Experts that are spread over all replicas exist once.
  kernel.sharedParameters = denseParameters + (expert < copies * tensor ? expertParameters : 0);
  for (let zero = 0; zero < 4; zero++) {
    const held = trainableShare * (zero >= 1 ? own : stage);
    const rest =
      (zero >= 3 ? own : stage) * WEIGHT_BYTES +
      (zero >= 2 ? own : stage) * trainableShare * GRADIENT_BYTES;
    const bytes = held * (2 * OPTIMIZER_BYTES + GRADIENT_BYTES + WEIGHT_BYTES);
    stateBytes[2 * zero] = rest + held * OPTIMIZER_BYTES;
    stateBytes[2 * zero + 1] = rest;
    optimizerSeconds[2 * zero] = bytes / device.memoryBytesPerSecond;
    optimizerSeconds[2 * zero + 1] =
      (held * (GRADIENT_BYTES + WEIGHT_BYTES)) / link + bytes / HOST_MEMORY_SHARE;
  }
  const stages = copies > 1 ? (microBatches > 1 ? 3 : 4) : 1;
  kernel.leaves = 3 * stages * (kernel.host ? 4 : 1);
  const deepest = copies > 1 ? 3 : 0;
  kernel.leastState = stateBytes[2 * deepest + (kernel.host ? 1 : 0)] ?? 0;
  kernel.leastOptimizer = Math.min(
    optimizerSeconds[2 * deepest] ?? 0,
    optimizerSeconds[2 * deepest + (kernel.host ? 1 : 0)] ?? 0,
  );
  // ZeRO-3 gathers and scatters more than one sum of the gradients.
  const gradients = kernel.sharedParameters * trainableShare * GRADIENT_BYTES;
  const summed = linkSeconds("all-reduce", gradients, copies, device);
  kernel.leastAside = kernel.stepOverhead + kernel.leastOptimizer + (1 - kernel.overlap) * summed;
}

/** Virtual stages per rank (interleaved 1F1B), after the number of micro-batches. */
export function setInterleave(kernel: TrainingKernel, interleave: number): void {
  const { pipeline, microBatches, kept, transient, activationBytes } = kernel;
  kernel.bubbleStages = (pipeline - 1) / interleave;
  // 1F1B keeps as many micro-batches on the first stage as there are stages; interleaving adds (p − 1)/v of one more.
  const inFlight = Math.min(microBatches, pipeline + (interleave > 1 ? kernel.bubbleStages : 0));
  const onChip = Math.min(inFlight, (LAYERS_ON_CHIP * pipeline) / kernel.setup.program.layers);
  for (let recompute = 0; recompute < 3; recompute++) {
    const each = kept[recompute] ?? 0;
    const alive = transient[recompute] ?? 0;
    activationBytes[2 * recompute] = inFlight * each + alive;
    activationBytes[2 * recompute + 1] = onChip * each + alive;
  }
}

/**
 * Finds how much must be recomputed at least for the layout to fit the memory, whatever the ZeRO stage, schedule or offloading.
 *
 * @returns whether it can fit at all
 */
export function setLeastAgain(kernel: TrainingKernel): boolean {
  const { pipeline, microBatches, kept, transient, host, setup } = kernel;
  const { layers } = setup.program;
  const onChip = Math.min(
    microBatches,
    pipeline,
    host ? (LAYERS_ON_CHIP * pipeline) / layers : Number.POSITIVE_INFINITY,
  );
  for (let recompute = 0; recompute < 3; recompute++) {
    const activations = onChip * (kept[recompute] ?? 0) + (transient[recompute] ?? 0);
    // Rounding of sums must not decide.
    if ((kernel.leastState + activations) * (1 - 1e-12) > kernel.usableBytes) continue;
    kernel.leastAgain =
      recompute === 0 ? 0 : recompute === 1 ? kernel.leastCheap : kernel.leastForward;
    return true;
  }
  return false;
}

/** Bytes of activations that a chip keeps at least with such micro-batches, however many stages share the layers. */
export function leastActivationBytes(
  { kept, transientAlone, transientStaged }: StageMemory,
  layers: number,
  host: boolean,
): number {
  const alone = host ? Math.min(1, LAYERS_ON_CHIP / layers) : 1;
  let least = Number.POSITIVE_INFINITY;
  for (let recompute = 0; recompute < 3; recompute++) {
    const whole = kept[recompute] ?? 0;
    least = Math.min(
      least,
      alone * whole + (transientAlone[recompute] ?? 0),
      layers > 1 ? whole / layers + (transientStaged[recompute] ?? 0) : Number.POSITIVE_INFINITY,
    );
  }
  return least;
}

/** Seconds of a step that no placement, ZeRO stage, recomputation or offloading undercuts, with `interleave` virtual stages. */
export function leastSeconds(kernel: TrainingKernel, interleave: number): number {
  const { microBatches, pipeline, leastMicro, leastMean, leastAgain, meanShare } = kernel;
  const bubbles = (pipeline - 1) / interleave;
  return (
    microBatches * (leastMicro + leastAgain) +
    bubbles * (leastMean + meanShare * leastAgain) +
    kernel.leastAside
  );
}
