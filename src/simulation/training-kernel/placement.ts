import type { Placement } from "../../workload/types.ts";
import { groupTime } from "../collective-time.ts";
import { GRADIENT_BYTES, WEIGHT_BYTES } from "../training.ts";
import type { TrainingKernel } from "./kernel.ts";
import type { Line } from "./split-costs.ts";

/** Seconds of one pass of the fullest stage: the chip's, or the host's where its launches take longer. */
export function stageSeconds(
  { layers, pipeline, split }: TrainingKernel,
  chip: Line,
  host: Line,
  collectives: number,
): number {
  const { collectiveHost } = split;
  const handOver = pipeline > 1 ? collectiveHost.handOver : 0;
  const launching =
    host.fixed +
    collectiveHost.fixed +
    (host.perLayer + collectiveHost.perLayer) * layers +
    handOver;
  return Math.max(chip.fixed + chip.perLayer * layers + collectives, launching);
}

/** Seconds of what selective recomputation repeats of one forward pass of the fullest stage. */
export function cheapSeconds({ layers, split }: TrainingKernel): number {
  const { cheap, cheapHost } = split;
  return Math.max(
    cheap.fixed + cheap.perLayer * layers,
    cheapHost.fixed + cheapHost.perLayer * layers,
  );
}

/**
 * Where the dimensions lie on the chips, innermost first, after pipeline and replicas: the times of a micro-batch and of its gradients.
 *
 * @returns whether a step may still take less than `limit` seconds with `bubbleStages`; when it may not, the rest is left out
 */
export function setPlacement(
  kernel: TrainingKernel,
  placement: Placement,
  limit = Number.POSITIVE_INFINITY,
  bubbleStages = 0,
): boolean {
  placeStage(kernel, placement);
  if (leastPlaced(kernel, bubbleStages) > limit) return false;
  placeCopies(kernel, placement);
  setMicroBatch(kernel);
  return true;
}

/** Seconds of a step with this placement that no ZeRO stage, recomputation or offloading undercuts. */
function leastPlaced(kernel: TrainingKernel, bubbleStages: number): number {
  const { forward, backward, meanShare, pipeline, microBatches } = kernel;
  const { headSeconds } = kernel.split;
  const pass = forward + backward + kernel.leastAgain;
  return (
    microBatches * (pass + headSeconds) +
    bubbleStages * (meanShare * pass + headSeconds / pipeline) +
    kernel.leastAside
  );
}

function setMicroBatch(kernel: TrainingKernel): void {
  const { split, kept, hostRate, perMicro, perMean, meanShare, pipeline } = kernel;
  const { forward, backward } = kernel;
  const { headSeconds } = split;
  const again = cheapSeconds(kernel);
  for (let recompute = 0; recompute < 3; recompute++) {
    const share = recompute === 0 ? 0 : recompute === 2 ? 1 : Math.min(1, again / forward);
    const seconds = forward * (1 + share) + backward;
    const onTheWay = (kept[recompute] ?? 0) / hostRate;
    const waiting =
      Math.max(0, onTheWay - forward) + Math.max(0, onTheWay - backward - share * forward);
    const mean = meanShare * seconds + headSeconds / pipeline;
    perMicro[2 * recompute] = seconds + headSeconds;
    perMicro[2 * recompute + 1] = seconds + headSeconds + waiting;
    perMean[2 * recompute] = mean;
    perMean[2 * recompute + 1] = mean + waiting;
  }
}

function placeStage(kernel: TrainingKernel, placement: Placement): void {
  const { split, pipeline, data, layers } = kernel;
  const { tensor, context, expert } = split;
  const { tensorGroup, contextGroup, expertGroup, handOver } = split;
  let stride = 1;
  let tensorSpan = 1;
  let contextSpan = 1;
  let stageSpan = 1;
  for (const group of placement) {
    if (group === "tensor") tensorSpan = stride *= tensor;
    else if (group === "context") contextSpan = stride *= context;
    else if (group === "data") stride *= data;
    else {
      stageSpan = 2 * stride;
      stride *= pipeline;
    }
  }
  // Experts lie on the tensor and context groups and on as many copies beside them as they need.
  const attention = Math.max(tensorSpan, contextSpan);
  const expertSpan = Math.max(attention, (expert * attention) / (tensor * context));
  let collectives =
    tensorGroup.seconds(tensorSpan, layers) +
    contextGroup.seconds(contextSpan, layers) +
    expertGroup.seconds(expertSpan, layers);
  if (pipeline > 1) collectives += handOver.seconds(stageSpan, layers);
  kernel.forward = stageSeconds(kernel, split.forward, split.forwardHost, collectives);
  kernel.backward = stageSeconds(kernel, split.backward, split.backwardHost, collectives);
}

/** Gradients and weights of all copies. The parts of a sequence count as neighbours of the replicas, wherever they lie. */
function placeCopies(kernel: TrainingKernel, placement: Placement): void {
  const { split, pipeline, copies, sharedParameters, setup, device } = kernel;
  if (copies <= 1) {
    kernel.reduceSeconds = 0;
    kernel.gatherSeconds = 0;
    return;
  }
  let stride = 1;
  for (const group of placement) {
    if (group === "data") break;
    if (group === "tensor") stride *= split.tensor;
    else if (group === "pipeline") stride *= pipeline;
  }
  const span = stride * copies;
  const gradients = sharedParameters * setup.trainableShare * GRADIENT_BYTES;
  const weights = sharedParameters * WEIGHT_BYTES;
  kernel.reduceSeconds = groupTime("all-reduce", gradients, copies, span, device);
  kernel.gatherSeconds = groupTime("all-gather", weights, copies, span, device);
}
