import { leafOf } from "../../simulation/training-kernel/leaf.ts";
import type { TrainingLayout } from "../../simulation/training.ts";
import type { Placement } from "../../workload/types.ts";
import { isUsual, placementsOf } from "./placements.ts";
import type { ModelSplit } from "./space.ts";

/** A layout as a search keeps it, with what it costs. */
export interface FoundLayout {
  chips: number;
  stepSeconds: number;
  memoryBytes: number;
  split: ModelSplit;
  microBatch: number;
  microBatches: number;
  pipeline: number;
  data: number;
  interleave: number;
  placement: Placement;
  /** Number of the ZeRO stage, recomputation and offloading. */
  leaf: number;
}

export function layoutOf(found: FoundLayout): TrainingLayout {
  const { split, pipeline, data, microBatch, interleave, placement } = found;
  const { offload, offloadActivations, ...leaf } = leafOf(found.leaf);
  const [usual = placement] = placementsOf(split.tensor, split.context, pipeline, data);
  const sharding = { ...split, pipeline, data };
  return {
    sharding: isUsual(placement, usual) ? sharding : { ...sharding, placement },
    microBatch,
    interleave,
    ...leaf,
    ...(offload ? { offload } : {}),
    ...(offloadActivations ? { offloadActivations } : {}),
  };
}
