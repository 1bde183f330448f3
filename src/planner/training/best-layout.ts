import {
  leastSeconds,
  setData,
  setInterleave,
  setLeastAgain,
  setPipeline,
} from "../../simulation/training-kernel/levels.ts";
import { setPlacement, withHead } from "../../simulation/training-kernel/placement.ts";
import { scanLeaves } from "../../simulation/training-kernel/scan.ts";
import { shownHandOvers } from "../../simulation/training-stages.ts";
import { isHopeless, limitAt, longest, SLACK, type Aim } from "./aim.ts";
import type { FoundLayout } from "./found.ts";
import { isOutdone, isOutdoneByDeeper } from "./outdone.ts";
import { placementsOf } from "./placements.ts";
import type { Branch, TrainingSearch } from "./search.ts";
import { holdsExperts, microBatchesOf, type Batch, type Pipeline } from "./space.ts";

/** The layout with the fewest chips whose step takes less than `seconds`, the quickest of those; null when there is none. */
export function fewestChips(search: TrainingSearch, seconds: number): FoundLayout | null {
  const mostChips = search.space.chips.to;
  return explore(search, { fewest: true, mostChips, mostSeconds: seconds, best: null });
}

/** The layout with the quickest step; null when none fits the memory. */
export function quickest(search: TrainingSearch): FoundLayout | null {
  const mostChips = search.space.chips.to;
  return explore(search, { fewest: false, mostChips, mostSeconds: Infinity, best: null });
}

/**
 * Branch and bound, exact: a branch is cut off only where a bound proves that nothing in it is better than the best so far (a
 * test compares with every layout of small spaces).
 */
function explore(search: TrainingSearch, aim: Aim): FoundLayout | null {
  const { setup, stats, space } = search;
  const sequences = setup.globalBatch;
  for (const branch of likelyFirst(search, aim)) {
    const { tensor, context } = branch.split;
    for (let index = 0; index < space.batches.length; index++) {
      const batch = space.batches[index];
      // A micro-batch passes all layers, one after the other.
      const passing = ((batch?.microBatch ?? 1) * branch.floor) / (tensor * context);
      if (
        batch === undefined ||
        passing * SLACK >= longest(aim) ||
        isHopeless(aim, sequences * branch.floor)
      ) {
        // The best only gets better and micro-batches only larger: those that are left are hopeless too.
        stats.pruned.batches += space.batches.length - index;
        break;
      }
      exploreBatch(search, aim, branch, batch, index);
    }
  }
  return aim.best;
}

/** The likely best come first, so that the others fall early. */
function likelyFirst({ branches, setup }: TrainingSearch, aim: Aim): readonly Branch[] {
  const keyed = branches.map((branch) => {
    const { floor, split } = branch;
    const alone = floor / (split.tensor * split.context);
    const key = aim.fewest ? floor : Math.max((setup.globalBatch * floor) / aim.mostChips, alone);
    return { branch, key };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ branch }) => branch);
}

function exploreBatch(
  search: TrainingSearch,
  aim: Aim,
  branch: Branch,
  batch: Batch,
  index: number,
): void {
  const { kernel, setup, space, stats } = search;
  const { tensor, context } = branch.split;
  const costs = branch.costs(index);
  if (costs === null) {
    stats.rejected.memory++;
    return;
  }
  kernel.split = costs;
  for (const pipeline of space.pipelines) {
    const { stages } = pipeline;
    const unit = tensor * context * stages;
    if (unit > space.chips.to) break;
    setPipeline(kernel, stages);
    const shares = setup.globalBatch / batch.microBatch;
    if (isHopeless(aim, unit * shares * kernel.leastMicro)) stats.pruned.pipelines++;
    else exploreReplicas(search, aim, branch, batch, pipeline);
  }
}

/** Replicas, fewest first where chips count, and most first where time does. */
function exploreReplicas(
  search: TrainingSearch,
  aim: Aim,
  { split }: Branch,
  { microBatch, replicas }: Batch,
  pipeline: Pipeline,
): void {
  const { kernel, setup, space, stats } = search;
  const { stages, interleaves } = pipeline;
  const unit = split.tensor * split.context * stages;
  const count = replicas.length;
  // What a step takes beside its micro-batches, at least.
  const aside = kernel.stepOverhead + ((stages - 1) / (interleaves.at(-1) ?? 1)) * kernel.leastMean;
  for (let step = 0; step < count; step++) {
    const data = replicas[aim.fewest ? step : count - 1 - step] ?? 1;
    const chips = unit * data;
    if (chips < space.chips.from || chips > space.chips.to) continue;
    const limit = limitAt(aim, chips);
    const microBatches = microBatchesOf(setup.globalBatch, data, microBatch);
    if ((microBatches * kernel.leastMicro + aside) * SLACK >= limit) {
      stats.pruned.layouts++;
      // Fewer replicas are no quicker, and more chips no better.
      if (!aim.fewest || limit === 0) break;
      continue;
    }
    if (space.checksExperts && !holdsExperts(split, data)) {
      stats.rejected.copies++;
      continue;
    }
    setData(kernel, data, microBatches);
    const deepest = deepestRunning(pipeline, microBatches);
    if (!setLeastAgain(kernel)) {
      stats.rejected.memory++;
    } else if (leastSeconds(kernel, deepest) * SLACK >= limit) {
      stats.pruned.layouts++;
    } else {
      const layout = { split, microBatch, microBatches, data, chips };
      explorePlacements(search, aim, layout, pipeline, deepest);
    }
  }
}

/** The most virtual stages that so many micro-batches can run. */
function deepestRunning({ stages, interleaves }: Pipeline, microBatches: number): number {
  return microBatches % stages === 0 ? (interleaves.at(-1) ?? 1) : 1;
}

type Placed = Pick<FoundLayout, "split" | "microBatch" | "microBatches" | "data" | "chips">;

function explorePlacements(
  search: TrainingSearch,
  aim: Aim,
  layout: Placed,
  { stages, interleaves }: Pipeline,
  deepest: number,
): void {
  const { kernel, stats } = search;
  const { split, data, chips, microBatches } = layout;
  const outdone: number[] = [];
  for (const placement of placementsOf(split.tensor, split.context, stages, data)) {
    const bubbles = (stages - 1) / deepest;
    if (!setPlacement(kernel, placement, limitAt(aim, chips) / SLACK, bubbles)) {
      stats.pruned.layouts++;
      continue;
    }
    if (isOutdone(outdone, kernel)) continue;
    const pass = kernel.forward + kernel.backward + kernel.leastAgain;
    const least = microBatches * withHead(kernel, pass) + kernel.leastAside;
    const perMean = (kernel.perMean[0] ?? 0) + kernel.meanShare * kernel.leastAgain;
    // More virtual stages idle less and hand over more.
    for (let depth = deepest === 1 ? 0 : interleaves.length - 1; depth >= 0; depth--) {
      const interleave = interleaves[depth] ?? 1;
      if (isOutdoneByDeeper(kernel, interleave, interleaves[depth + 1])) continue;
      const limit = limitAt(aim, chips);
      const handingOver = shownHandOvers(interleave, kernel.overlap) * kernel.handOverSeconds;
      const bubbles = ((stages - 1) / interleave) * (perMean + handingOver);
      if ((least + microBatches * handingOver + bubbles) * SLACK >= limit) {
        stats.pruned.layouts++;
        continue;
      }
      setInterleave(kernel, interleave);
      const fits = scanLeaves(kernel, limit, false);
      const costed = kernel.leaves - kernel.skipped;
      stats.configurations += costed;
      stats.fitting += fits;
      stats.rejected.memory += costed - fits;
      stats.pruned.configurations += kernel.skipped;
      let first = -1;
      for (let leaf = 0; leaf < kernel.found; leaf++) {
        if (first < 0 || (kernel.foundSeconds[leaf] ?? 0) < (kernel.foundSeconds[first] ?? 0)) {
          first = leaf;
        }
      }
      if (first < 0) continue;
      aim.best = {
        ...layout,
        pipeline: stages,
        interleave,
        placement,
        leaf: kernel.foundLeaf[first] ?? 0,
        stepSeconds: kernel.foundSeconds[first] ?? 0,
        memoryBytes: kernel.foundBytes[first] ?? 0,
      };
    }
  }
}
