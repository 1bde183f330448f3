import {
  leastSeconds,
  setData,
  setInterleave,
  setLeastAgain,
  setPipeline,
} from "../../simulation/training-kernel/levels.ts";
import type { TrainingKernel } from "../../simulation/training-kernel/kernel.ts";
import { setPlacement } from "../../simulation/training-kernel/placement.ts";
import { scanLeaves } from "../../simulation/training-kernel/scan.ts";
import type { FoundLayout } from "./found.ts";
import { placementsOf } from "./placements.ts";
import type { Branch, TrainingSearch } from "./search.ts";
import { holdsExperts, microBatchesOf, type Batch, type Pipeline } from "./space.ts";

/** Rounding of sums must not cut off a branch. */
const SLACK = 1 - 1e-12;

/** What a search looks for, and the best that it has. */
interface Aim {
  /** Fewer chips before quicker steps, or quicker steps alone. */
  fewest: boolean;
  mostChips: number;
  mostSeconds: number;
  best: FoundLayout | null;
}

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

/** Whether layouts that take that many chip-seconds a step are no better than the best, however chips and seconds are divided. */
function isHopeless({ fewest, mostChips, mostSeconds, best }: Aim, chipSeconds: number): boolean {
  const least = chipSeconds * SLACK;
  if (best === null) return least >= mostChips * mostSeconds;
  if (!fewest) return least >= mostChips * best.stepSeconds;
  return least >= mostSeconds * (best.chips - 1) && least >= best.stepSeconds * best.chips;
}

/** Seconds that no step may take, on however many chips. */
const longest = ({ fewest, mostSeconds, best }: Aim): number =>
  fewest || best === null ? mostSeconds : best.stepSeconds;

/** Seconds that a step on so many chips must stay below to be better than the best. */
function limitAt({ fewest, mostSeconds, best }: Aim, chips: number): number {
  if (best === null) return mostSeconds;
  if (!fewest) return best.stepSeconds;
  if (chips > best.chips) return 0;
  return chips === best.chips ? best.stepSeconds : mostSeconds;
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
    if (!holdsExperts(split, data)) {
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
  { stages }: Pipeline,
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
    const least =
      microBatches * ((kernel.perMicro[0] ?? 0) + kernel.leastAgain) + kernel.leastAside;
    const perMean = (kernel.perMean[0] ?? 0) + kernel.meanShare * kernel.leastAgain;
    if (isOutdone(outdone, kernel)) continue;
    // The most virtual stages take the least time, and less memory than any other number but one: those between are outdone.
    for (const interleave of deepest === 1 ? PLAIN : [deepest, 1]) {
      const limit = limitAt(aim, chips);
      const bubbles = ((stages - 1) / interleave) * perMean;
      if ((least + bubbles) * SLACK >= limit) {
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

const PLAIN = [1] as const;

/**
 * Whether another placement of the same layout is at least as quick in every time that depends on the placement: a step takes no
 * less the longer any of them is. If not, it may outdo those that follow.
 */
function isOutdone(
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
