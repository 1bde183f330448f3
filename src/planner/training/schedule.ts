import type { TrainingLayout } from "../../simulation/training.ts";
import { USUAL_PLACEMENT, type PlacedGroup } from "../../workload/types.ts";
import type { TrainingSchedule } from "../types.ts";

/** How a layout runs beside its split, its recomputation and its ZeRO stage. */
export function scheduleOf(layout: TrainingLayout): TrainingSchedule {
  const { sharding, interleave, offload = false, offloadActivations = false } = layout;
  // A dimension that is not split has no place.
  const isSplit = (group: PlacedGroup): boolean => sharding[group] > 1;
  return {
    interleave,
    optimizerOffload: offload,
    activationOffload: offloadActivations,
    placement: (sharding.placement ?? USUAL_PLACEMENT).filter(isSplit),
  };
}
