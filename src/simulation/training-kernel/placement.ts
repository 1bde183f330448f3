import type { Placement } from "../../workload/types.ts";
import { membersInside } from "../collective-time.ts";
import { copiesSeconds } from "../training-gradients.ts";
import type { TrainingKernel } from "./kernel.ts";
import type { Line } from "./split-costs.ts";

/** Seconds of one pass of the fullest stage: the chip's, or the host's where its launches take longer. */
export function stageSeconds(
  layers: number,
  chip: Line,
  host: Line,
  collectives: number,
  collectiveHost: Line,
): number {
  const launching =
    host.fixed + collectiveHost.fixed + (host.perLayer + collectiveHost.perLayer) * layers;
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

/** Seconds of a micro-batch on the stage with most work, whose layers take `pass`: a full one, or the last one with the head. */
export const withHead = ({ lastShare, split }: TrainingKernel, pass: number): number =>
  Math.max(pass, lastShare * pass + split.headSeconds);

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
  placeCopies(kernel);
  setMicroBatch(kernel);
  return true;
}

/** Seconds of a step with this placement that no schedule, ZeRO stage, recomputation or offloading undercuts. */
function leastPlaced(kernel: TrainingKernel, bubbleStages: number): number {
  const { forward, backward, meanShare, pipeline, microBatches } = kernel;
  const pass = forward + backward + kernel.leastAgain;
  const handingOver = kernel.leastHandOvers * kernel.handOverSeconds;
  return (
    microBatches * (withHead(kernel, pass) + handingOver) +
    bubbleStages * (meanShare * pass + kernel.split.headSeconds / pipeline + handingOver) +
    kernel.leastAside
  );
}

function setMicroBatch(kernel: TrainingKernel): void {
  const { split, kept, hostRate, perMicro, perMean, meanShare, pipeline } = kernel;
  const { forward, backward } = kernel;
  const again = cheapSeconds(kernel);
  for (let recompute = 0; recompute < 3; recompute++) {
    const share = recompute === 0 ? 0 : recompute === 2 ? 1 : Math.min(1, again / forward);
    const seconds = forward * (1 + share) + backward;
    const onTheWay = (kept[recompute] ?? 0) / hostRate;
    const waiting =
      Math.max(0, onTheWay - forward) + Math.max(0, onTheWay - backward - share * forward);
    const fullest = withHead(kernel, seconds);
    const mean = meanShare * seconds + split.headSeconds / pipeline;
    perMicro[2 * recompute] = fullest;
    perMicro[2 * recompute + 1] = fullest + waiting;
    perMean[2 * recompute] = mean;
    perMean[2 * recompute + 1] = mean + waiting;
  }
}

function placeStage(kernel: TrainingKernel, placement: Placement): void {
  const { split, pipeline, data, layers } = kernel;
  const { tensor, context, expert } = split;
  const { tensorGroup, contextGroup, contextBackwardGroup, expertGroup, handOver } = split;
  let stride = 1;
  let tensorSpan = 1;
  let contextSpan = 1;
  let dataSpan = 1;
  let stageSpan = 1;
  for (const group of placement) {
    if (group === "tensor") tensorSpan = stride *= tensor;
    else if (group === "context") contextSpan = stride *= context;
    else if (group === "data") dataSpan = stride *= data;
    else {
      stageSpan = 2 * stride;
      stride *= pipeline;
    }
  }
  // Experts lie on the tensor and context groups and on as many copies beside them as they need.
  const attention = Math.max(tensorSpan, contextSpan);
  const expertSpan = Math.max(attention, (expert * attention) / (tensor * context));
  const both = tensorGroup.seconds(tensorSpan, layers) + expertGroup.seconds(expertSpan, layers);
  const { forward, forwardHost, backward, backwardHost, collectiveHost } = split;
  kernel.forward = stageSeconds(
    layers,
    forward,
    forwardHost,
    both + contextGroup.seconds(contextSpan, layers),
    collectiveHost.forward,
  );
  kernel.backward = stageSeconds(
    layers,
    backward,
    backwardHost,
    both + contextBackwardGroup.seconds(contextSpan, layers),
    collectiveHost.backward,
  );
  kernel.handOverSeconds = pipeline > 1 ? handOver.seconds(stageSpan, layers) : 0;
  kernel.contextSpan = contextSpan;
  kernel.dataSpan = dataSpan;
}

/** Gradients and weights of all copies. */
function placeCopies(kernel: TrainingKernel): void {
  const { copyGroup, denseParameters, expertParameters, expertCopies, setup, device } = kernel;
  if (copyGroup.size <= 1) {
    kernel.reduceSeconds = 0;
    kernel.gatherSeconds = 0;
    kernel.gatherTrainedSeconds = 0;
    return;
  }
  const { contextSpan, dataSpan, data } = kernel;
  const { context } = kernel.split;
  copyGroup.span = Math.max(context > 1 ? contextSpan : 1, data > 1 ? dataSpan : 1);
  copyGroup.inside =
    membersInside(context, contextSpan, device) * membersInside(data, dataSpan, device);
  const { trainableShare } = setup;
  const gradient = trainableShare * kernel.bytes.gradient;
  const { weight } = kernel.bytes;
  kernel.reduceSeconds = copiesSeconds(
    "all-reduce",
    denseParameters * gradient,
    expertParameters * gradient,
    copyGroup,
    expertCopies,
    device,
  );
  kernel.gatherSeconds = copiesSeconds(
    "all-gather",
    denseParameters * weight,
    expertParameters * weight,
    copyGroup,
    expertCopies,
    device,
  );
  kernel.gatherTrainedSeconds =
    trainableShare === 1
      ? kernel.gatherSeconds
      : copiesSeconds(
          "all-gather",
          denseParameters * trainableShare * weight,
          expertParameters * trainableShare * weight,
          copyGroup,
          expertCopies,
          device,
        );
}
