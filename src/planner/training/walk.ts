import type { TrainingSetup } from "../../simulation/training.ts";
import { trainingKernel, type TrainingKernel } from "../../simulation/training-kernel/kernel.ts";
import { setData, setInterleave, setPipeline } from "../../simulation/training-kernel/levels.ts";
import { setPlacement } from "../../simulation/training-kernel/placement.ts";
import { scanLeaves } from "../../simulation/training-kernel/scan.ts";
import { LEAVES } from "../../simulation/training-kernel/leaf.ts";
import { splitCosts } from "../../simulation/training-kernel/split-costs.ts";
import { freshParts } from "../../simulation/training-kernel/stage-parts.ts";
import type { Placement } from "../../workload/types.ts";
import type { FoundLayout } from "./found.ts";
import { keep, threshold, type Collector } from "./harvest.ts";
import { placementsOf } from "./placements.ts";
import {
  holdsExperts,
  microBatchesOf,
  runsInterleaved,
  trainingSpace,
  type Batch,
  type ModelSplit,
  type Pipeline,
  type SpaceLimits,
  type TrainingSpace,
} from "./space.ts";

/** A walk through every configuration of a space, cut into chunks that can be walked in any order and by anyone. */
export interface TrainingWalk {
  setup: TrainingSetup;
  space: TrainingSpace;
  kernel: TrainingKernel;
  chunks: readonly Chunk[];
}

interface Chunk {
  split: ModelSplit;
  batch: Batch;
}

export function trainingWalk(setup: TrainingSetup, fixed: SpaceLimits): TrainingWalk {
  const space = trainingSpace(setup, fixed);
  const [first = { tensor: 1, context: 1, expert: 1 }] = space.splits;
  // Small micro-batches have most replicas: the longest chunks come first, so that the last ones are short.
  const chunks = space.batches.flatMap((batch) => space.splits.map((split) => ({ split, batch })));
  const kernel = trainingKernel(setup, { ...first, microBatch: 1 }, freshParts(setup));
  return { setup, space, kernel, chunks };
}

/** Costs every configuration of a chunk. */
export function walkChunk(walk: TrainingWalk, index: number, into: Collector): void {
  const { kernel, space } = walk;
  const chunk = walk.chunks[index];
  if (!chunk) return;
  const { split, batch } = chunk;
  kernel.split = splitCosts(kernel.base, { ...split, microBatch: batch.microBatch });
  for (const pipeline of space.pipelines) {
    setPipeline(kernel, pipeline.stages);
    for (const data of batch.replicas) walkReplicas(walk, chunk, pipeline, data, into);
  }
}

function walkReplicas(
  { kernel, setup, space }: TrainingWalk,
  { split, batch }: Chunk,
  { stages, interleaves }: Pipeline,
  data: number,
  into: Collector,
): void {
  const { rejected } = into.harvest;
  const { microBatch } = batch;
  const chips = split.tensor * split.context * stages * data;
  if (chips < space.chips.from || chips > space.chips.to) {
    rejected.chips++;
    return;
  }
  if (space.checksExperts && !holdsExperts(split, data)) {
    rejected.copies++;
    return;
  }
  const microBatches = microBatchesOf(setup.globalBatch, data, microBatch);
  setData(kernel, data, microBatches);
  const running = interleaves.filter((each) => runsInterleaved(each, microBatches, stages));
  rejected.schedule += interleaves.length - running.length;
  let limit = threshold(into, chips);
  let best: FoundLayout | null = null;
  const layouts = running.length * kernel.leaves;
  for (const placement of ownPlacements(kernel, into, layouts, split, stages, data)) {
    for (const interleave of running) {
      setInterleave(kernel, interleave);
      const fits = scanLeaves(kernel, limit, true);
      count(kernel, into, fits);
      for (let leaf = 0; leaf < kernel.found; leaf++) {
        const stepSeconds = kernel.foundSeconds[leaf] ?? 0;
        if (stepSeconds >= limit) continue;
        limit = stepSeconds;
        best = {
          chips,
          stepSeconds,
          memoryBytes: kernel.foundBytes[leaf] ?? 0,
          split,
          microBatch,
          microBatches,
          pipeline: stages,
          data,
          interleave,
          placement,
          leaf: kernel.foundLeaf[leaf] ?? 0,
        };
      }
    }
  }
  if (best) keep(into, best);
}

/** Placements that the simulation tells apart, each set as it is handed out: of those with the same times, the most usual. */
function* ownPlacements(
  kernel: TrainingKernel,
  into: Collector,
  configurations: number,
  { tensor, context }: ModelSplit,
  stages: number,
  data: number,
): Generator<Placement> {
  const seen: number[] = [];
  for (const placement of placementsOf(tensor, context, stages, data)) {
    setPlacement(kernel, placement);
    if (isKnown(seen, kernel)) into.harvest.sameCost += configurations;
    else yield placement;
  }
}

/** Whether a placement with the same times has been seen; if not, it has been now. */
function isKnown(seen: number[], kernel: TrainingKernel): boolean {
  const { forward, backward, reduceSeconds, gatherSeconds, handOverSeconds } = kernel;
  for (let at = 0; at < seen.length; at += 5) {
    if (
      seen[at] === forward &&
      seen[at + 1] === backward &&
      seen[at + 2] === reduceSeconds &&
      seen[at + 3] === gatherSeconds &&
      seen[at + 4] === handOverSeconds
    ) {
      return true;
    }
  }
  seen.push(forward, backward, reduceSeconds, gatherSeconds, handOverSeconds);
  return false;
}

/** What a scan has looked at, and why it looked at no more. */
function count(kernel: TrainingKernel, { harvest }: Collector, fits: number): void {
  const { rejected } = harvest;
  const places = kernel.host ? 4 : 1;
  harvest.configurations += kernel.leaves;
  harvest.fitting += fits;
  rejected.memory += kernel.leaves - fits;
  rejected.host += LEAVES - 12 * places;
  if (kernel.copyGroup.size === 1) rejected.sharing += 9 * places;
}
