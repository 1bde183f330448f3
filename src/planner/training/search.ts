import type { TrainingSetup } from "../../simulation/training.ts";
import { trainingFloor } from "../../simulation/training-kernel/floor.ts";
import { trainingKernel, type TrainingKernel } from "../../simulation/training-kernel/kernel.ts";
import { leastActivationBytes } from "../../simulation/training-kernel/levels.ts";
import { splitCosts, type SplitCosts } from "../../simulation/training-kernel/split-costs.ts";
import { noRejections, type RejectionCounts } from "./rejections.ts";
import { trainingSpace, type ModelSplit, type SpaceLimits, type TrainingSpace } from "./space.ts";

/** One setup's space with what has been computed of it so far; serves any number of demands. */
export interface TrainingSearch {
  setup: TrainingSetup;
  space: TrainingSpace;
  kernel: TrainingKernel;
  branches: readonly Branch[];
  stats: SearchStats;
}

/** A split with a bound on its chip-seconds of a sequence, and its costs by batch, each computed when it is asked for. */
export interface Branch {
  split: ModelSplit;
  floor: number;
  /** Null where one micro-batch already takes more memory than a chip has. */
  costs(batch: number): SplitCosts | null;
}

interface SearchStats {
  /** Layouts costed in full with every ZeRO stage, recomputation and offloading. */
  configurations: number;
  /** Those of them that fit the memory. */
  fitting: number;
  /** Branches that a bound cut off. */
  pruned: { batches: number; pipelines: number; layouts: number; configurations: number };
  rejected: RejectionCounts;
}

export function trainingSearch(setup: TrainingSetup, fixed: SpaceLimits): TrainingSearch {
  const space = trainingSpace(setup, fixed);
  const floor = trainingFloor(setup);
  const [first = { tensor: 1, context: 1, expert: 1 }] = space.splits;
  const kernel = trainingKernel(setup, { ...first, microBatch: 1 });
  const branches = space.splits.map((split): Branch => {
    const costs: (SplitCosts | null | undefined)[] = [];
    return {
      split,
      floor: floor(split),
      costs(batch) {
        const microBatch = space.batches[batch]?.microBatch ?? 1;
        const known = costs[batch];
        if (known !== undefined) return known;
        const { memory } = kernel.base.parts.of({ ...split, microBatch });
        const bytes = leastActivationBytes(memory, setup.program.layers, kernel.host);
        return (costs[batch] =
          bytes > kernel.usableBytes ? null : splitCosts(kernel.base, { ...split, microBatch }));
      },
    };
  });
  return { setup, space, kernel, branches, stats: freshStats(space) };
}

const freshStats = (space: TrainingSpace): SearchStats => ({
  configurations: 0,
  fitting: 0,
  pruned: { batches: 0, pipelines: 0, layouts: 0, configurations: 0 },
  rejected: { ...noRejections(), ...space.rejected },
});
