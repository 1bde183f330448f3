import type { TrainingKernel } from "./kernel.ts";

/**
 * Costs every leaf (ZeRO stage, recomputation, offloading) of the layout that the levels are set to. Those that fit the memory and are
 * quicker than `threshold` seconds a step are found in the kernel's `found…` fields.
 *
 * Gradients that are sharded (ZeRO-2) must be summed over the replicas after every micro-batch; the simulation times one sum a step, so
 * they exist only with one micro-batch. ZeRO-3 sums in every micro-batch anyway.
 *
 * @param everything count what fits among those that are not quick enough, too
 * @returns how many fit; the kernel's `skipped` says how many were left out because they are not quick enough
 */
export function scanLeaves(kernel: TrainingKernel, threshold: number, everything: boolean): number {
  const { forward, backward, reduceSeconds, gatherSeconds, overlap, microBatches } = kernel;
  const { perMicro, perMean, activationBytes, stateBytes, optimizerSeconds } = kernel;
  const { usableBytes, stepOverhead, bubbleStages } = kernel;
  const zeros = kernel.copies > 1 ? 4 : 1;
  const places = kernel.host ? 2 : 1;
  const pass = forward + backward;
  // Sharded weights are gathered twice and gradients scattered in every micro-batch, behind its passes.
  const sharded = 2 * gatherSeconds + reduceSeconds / 2;
  const shardedExposed = microBatches * (sharded - Math.min(overlap * sharded, pass));
  let fits = 0;
  let found = 0;
  let skipped = 0;
  for (let recompute = 0; recompute < 3; recompute++) {
    for (let away = 0; away < places; away++) {
      const row = 2 * recompute + away;
      const activations = activationBytes[row] ?? 0;
      const bubble = bubbleStages * (perMean[row] ?? 0);
      const busy = microBatches * (perMicro[row] ?? 0) + bubble + stepOverhead;
      // Whole gradients are summed while the last micro-batch passes and the pipeline drains.
      const reduced = busy + reduceSeconds - Math.min(overlap * reduceSeconds, pass + bubble);
      const least = Math.min(reduced, busy + shardedExposed) + kernel.leastOptimizer;
      if (least >= threshold && !everything) {
        skipped += kernel.leaves / (3 * places);
        continue;
      }
      for (let zero = 0; zero < zeros; zero++) {
        if (zero === 2 && microBatches > 1) continue;
        const started = zero === 3 ? busy + shardedExposed : reduced;
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
