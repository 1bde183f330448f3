import type { TrainingKernel } from "./kernel.ts";

/**
 * Costs every leaf (ZeRO stage, recomputation, offloading) of the layout that the levels are set to. Those that fit the memory and are
 * quicker than `threshold` seconds a step are found in the kernel's `found…` fields.
 *
 * @param everything count what fits among those that are not quick enough, too
 * @returns how many fit; the kernel's `skipped` says how many were left out because they are not quick enough
 */
export function scanLeaves(kernel: TrainingKernel, threshold: number, everything: boolean): number {
  const { forward, backward, reduceSeconds, gatherSeconds, overlap, microBatches } = kernel;
  const { perMicro, perMean, activationBytes, stateBytes, optimizerSeconds } = kernel;
  const { usableBytes, stepOverhead, bubbleStages, handingOver } = kernel;
  const copied = kernel.copyGroup.size > 1;
  const zeros = copied ? 4 : 1;
  const places = kernel.host ? 2 : 1;
  const pass = forward + backward;
  const scatter = reduceSeconds / 2;
  const update = scatter + kernel.gatherTrainedSeconds;
  // Sharded gradients are scattered after every micro-batch; sharded weights are gathered twice in each, too.
  const scattered = (microBatches - 1) * (scatter - Math.min(overlap * scatter, pass));
  const sharded = 2 * gatherSeconds + scatter;
  const shardedExposed = microBatches * (sharded - Math.min(overlap * sharded, pass));
  let fits = 0;
  let found = 0;
  let skipped = 0;
  for (let recompute = 0; recompute < 3; recompute++) {
    for (let away = 0; away < places; away++) {
      const row = 2 * recompute + away;
      const activations = activationBytes[row] ?? 0;
      const bubble = bubbleStages * ((perMean[row] ?? 0) + handingOver);
      const busy = microBatches * ((perMicro[row] ?? 0) + handingOver) + bubble + stepOverhead;
      // Whole gradients are summed while the last micro-batch passes and the pipeline drains.
      const behind = pass + bubble;
      const reduced = busy + reduceSeconds - Math.min(overlap * reduceSeconds, behind);
      const updated = busy + update - Math.min(overlap * update, behind);
      const least =
        (copied ? Math.min(reduced, updated, busy + shardedExposed) : reduced) +
        kernel.leastOptimizer;
      if (least >= threshold && !everything) {
        skipped += kernel.leaves / (3 * places);
        continue;
      }
      for (let zero = 0; zero < zeros; zero++) {
        const started =
          zero === 0
            ? reduced
            : zero === 1
              ? updated
              : zero === 2
                ? updated + scattered
                : busy + shardedExposed;
        for (let host = 0; host < places; host++) {
          const column = 2 * zero + host;
          const bytes = (stateBytes[column] ?? 0) + activations;
          if (bytes > usableBytes) continue;
          fits++;
          const seconds = started + (optimizerSeconds[column] ?? 0);
          if (seconds < threshold) {
            kernel.foundSeconds[found] = seconds;
            kernel.foundBytes[found] = bytes;
            kernel.foundLeaf[found] = 8 * row + column;
            found++;
          }
        }
      }
    }
  }
  kernel.found = found;
  kernel.skipped = skipped;
  return fits;
}
