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
