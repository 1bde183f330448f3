import { HOST_MEMORY_SHARE, LAYERS_ON_CHIP } from "../training.ts";
import { shownHandOvers, stagesOf } from "../training-stages.ts";
import { wholeStage } from "../training-states.ts";
import type { TrainingKernel } from "./kernel.ts";
import { linkSeconds } from "./link-seconds.ts";
import { cheapSeconds, stageSeconds, withHead } from "./placement.ts";
import type { StageMemory } from "./stage-parts.ts";

/** Splits the layers into stages, after the split of a stage. */
export function setPipeline(kernel: TrainingKernel, pipeline: number): void {
  const { program } = kernel.setup;
  const { tensor, expert, memory, headSeconds, least, collectiveHost } = kernel.split;
  const stages = (kernel.stages[pipeline] ??= {
    ...stagesOf(program.layers, pipeline),
    ...wholeStage(program, pipeline),
  });
  const { layers } = stages;
  kernel.pipeline = pipeline;
  kernel.layers = layers;
  kernel.meanShare = stages.meanShare;
  kernel.lastShare = stages.lastShare;
  kernel.denseParameters = stages.dense / tensor;
  kernel.expertParameters = stages.experts / Math.max(tensor, expert);
  const transient = pipeline > 1 ? memory.transientStaged : memory.transientAlone;
  for (let recompute = 0; recompute < 3; recompute++) {
    kernel.kept[recompute] = ((memory.kept[recompute] ?? 0) * layers) / program.layers;
    kernel.transient[recompute] = transient[recompute] ?? 0;
  }
  const { forward, forwardHost, backward, backwardHost } = kernel.split;
  kernel.leastForward = stageSeconds(
    layers,
    forward,
    forwardHost,
    least.forward.fixed + layers * least.forward.perLayer,
    collectiveHost.forward,
  );
  kernel.leastCheap = Math.min(kernel.leastForward, cheapSeconds(kernel));
  kernel.leastPass =
    kernel.leastForward +
    stageSeconds(
      layers,
      backward,
      backwardHost,
      least.backward.fixed + layers * least.backward.perLayer,
      collectiveHost.backward,
    );
  kernel.leastMicro = withHead(kernel, kernel.leastPass);
  kernel.leastMean = kernel.meanShare * kernel.leastPass + headSeconds / pipeline;
}

/** Replicas, and the micro-batches that each works on in a step, after the pipeline. */
export function setData(kernel: TrainingKernel, data: number, microBatches: number): void {
  const { setup, device, denseParameters, expertParameters } = kernel;
  const { stateBytes, optimizerSeconds } = kernel;
  const { weight, gradient, optimizer } = kernel.bytes;
  const { trainableShare } = setup;
  const { tensor, context, expert } = kernel.split;
  const copies = data * context;
  const stage = denseParameters + expertParameters;
  const own = (denseParameters + (expertParameters * Math.max(tensor, expert)) / tensor) / copies;
  const link = device.chip.hostLink?.bandwidthBytesPerSecond ?? HOST_MEMORY_SHARE;
  kernel.data = data;
  kernel.microBatches = microBatches;
  kernel.copyGroup.size = copies;
  kernel.expertCopies = expert > tensor ? (copies * tensor) / expert : null;
  for (let zero = 0; zero < 4; zero++) {
    const held = trainableShare * (zero >= 1 ? own : stage);
    const rest =
      (zero >= 3 ? own : stage) * weight + (zero >= 2 ? own : stage) * trainableShare * gradient;
    const bytes = held * (2 * optimizer + gradient + weight);
    stateBytes[2 * zero] = rest + held * optimizer;
    stateBytes[2 * zero + 1] = rest;
    optimizerSeconds[2 * zero] = bytes / device.memoryBytesPerSecond;
    optimizerSeconds[2 * zero + 1] =
      (held * (gradient + weight)) / link + bytes / HOST_MEMORY_SHARE;
  }
  const stages = copies > 1 ? 4 : 1;
  kernel.leaves = 3 * stages * (kernel.host ? 4 : 1);
  const columns = kernel.host ? 1 : 2;
  kernel.leastState = Number.POSITIVE_INFINITY;
  kernel.leastOptimizer = Number.POSITIVE_INFINITY;
  for (let column = 0; column < (copies > 1 ? 8 : 2); column += columns) {
    kernel.leastState = Math.min(kernel.leastState, stateBytes[column] ?? 0);
    kernel.leastOptimizer = Math.min(kernel.leastOptimizer, optimizerSeconds[column] ?? 0);
  }
  kernel.leastAside =
    kernel.stepOverhead + kernel.leastOptimizer + (1 - kernel.overlap) * leastTraffic(kernel);
}

/** Seconds that gradients and weights take between the copies at least: no ZeRO stage does less than scatter the ones and gather the others. */
function leastTraffic(kernel: TrainingKernel): number {
  const { device, denseParameters, expertParameters, copyGroup, expertCopies } = kernel;
  const { weight, gradient } = kernel.bytes;
  const passed = kernel.setup.trainableShare * (gradient + Math.min(gradient, weight));
  const everywhere = expertCopies === null ? denseParameters + expertParameters : denseParameters;
  const seconds = linkSeconds("all-gather", everywhere * passed, copyGroup.size, device);
  if (expertCopies === null) return seconds;
  return seconds + linkSeconds("all-gather", expertParameters * passed, expertCopies, device);
}

/** Virtual stages per rank (interleaved 1F1B), after the placement. */
export function setInterleave(kernel: TrainingKernel, interleave: number): void {
  const { pipeline, microBatches, kept, transient, activationBytes } = kernel;
  kernel.bubbleStages = (pipeline - 1) / interleave;
  kernel.handingOver = shownHandOvers(interleave, kernel.overlap) * kernel.handOverSeconds;
  // 1F1B keeps as many micro-batches on the first stage as there are stages; interleaving adds (p − 1)/v of one more.
  const inFlight = Math.min(microBatches, pipeline + (interleave > 1 ? kernel.bubbleStages : 0));
  const onChip = Math.min(inFlight, LAYERS_ON_CHIP / kernel.layers);
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
  const { pipeline, microBatches, kept, transient, host, layers } = kernel;
  const onChip = Math.min(
    microBatches,
    pipeline,
    host ? LAYERS_ON_CHIP / layers : Number.POSITIVE_INFINITY,
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

/** Seconds of a step that no placement, ZeRO stage, recomputation or offloading undercuts, with up to `interleave` virtual stages. */
export function leastSeconds(kernel: TrainingKernel, interleave: number): number {
  const { microBatches, pipeline, leastPass, leastMean, leastAgain, meanShare } = kernel;
  const bubbles = (pipeline - 1) / interleave;
  return (
    microBatches * withHead(kernel, leastPass + leastAgain) +
    bubbles * (leastMean + meanShare * leastAgain) +
    kernel.leastAside
  );
}
