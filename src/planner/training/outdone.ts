import { shownHandOvers } from "../../simulation/training-stages.ts";
import type { TrainingKernel } from "../../simulation/training-kernel/kernel.ts";

/**
 * Whether another placement of the same layout is at least as quick in every time that depends on the placement: a step takes no
 * less the longer any of them is. If not, it may outdo those that follow.
 */
export function isOutdone(known: number[], kernel: TrainingKernel): boolean {
  const { forward, backward, reduceSeconds, gatherSeconds, gatherTrainedSeconds } = kernel;
  const { handOverSeconds } = kernel;
  for (let at = 0; at < known.length; at += 6) {
    if (
      (known[at] ?? 0) <= forward &&
      (known[at + 1] ?? 0) <= backward &&
      (known[at + 2] ?? 0) <= reduceSeconds &&
      (known[at + 3] ?? 0) <= gatherSeconds &&
      (known[at + 4] ?? 0) <= gatherTrainedSeconds &&
      (known[at + 5] ?? 0) <= handOverSeconds
    ) {
      return true;
    }
  }
  known.push(
    forward,
    backward,
    reduceSeconds,
    gatherSeconds,
    gatherTrainedSeconds,
    handOverSeconds,
  );
  return false;
}

/**
 * Whether more virtual stages take no longer, whatever the ZeRO stage, recomputation or offloading: what they idle less outweighs what
 * they hand over more, and gradients are hidden as well behind the shorter bubble. They take less memory, unless there is but one.
 */
export function isOutdoneByDeeper(
  kernel: TrainingKernel,
  interleave: number,
  deeper: number | undefined,
): boolean {
  if (deeper === undefined || interleave === 1) return false;
  const { pipeline, microBatches, overlap, handOverSeconds, reduceSeconds } = kernel;
  const perMean = kernel.perMean[0] ?? 0;
  // A bubble's own hand-overs are as many with any number of virtual stages.
  const more = shownHandOvers(deeper, overlap) - shownHandOvers(interleave, overlap);
  const less = (pipeline - 1) * (1 / interleave - 1 / deeper) * perMean;
  if (microBatches * more * handOverSeconds > less) return false;
  const update = reduceSeconds / 2 + kernel.gatherTrainedSeconds;
  const behind = kernel.forward + kernel.backward + ((pipeline - 1) / deeper) * perMean;
  return overlap * Math.max(reduceSeconds, update) <= behind;
}
