import type { TrainingKernel } from "../../simulation/training-kernel/kernel.ts";

/**
 * Whether another placement of the same layout is at least as quick in every time that depends on the placement: a step takes no
 * less the longer any of them is. If not, it may outdo those that follow.
 */
export function isOutdone(
  known: number[],
  { forward, backward, reduceSeconds, gatherSeconds }: TrainingKernel,
): boolean {
  for (let at = 0; at < known.length; at += 4) {
    if (
      (known[at] ?? 0) <= forward &&
      (known[at + 1] ?? 0) <= backward &&
      (known[at + 2] ?? 0) <= reduceSeconds &&
      (known[at + 3] ?? 0) <= gatherSeconds
    ) {
      return true;
    }
  }
  known.push(forward, backward, reduceSeconds, gatherSeconds);
  return false;
}
