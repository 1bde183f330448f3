import { UNSHARDED, type Sharding } from "../workload/types.ts";
import type { PrecisionPlan } from "./types.ts";

/** What the user fixes; null leaves the choice to the planner. */
export interface Pins {
  stackId: string | null;
  chips: number | null;
  tensorParallel: number | null;
  pipelineParallel: number | null;
  dataParallel: number | null;
  expertParallel: number | null;
  contextParallel: number | null;
  batch: number | null;
  /** A number format for weights, activations and cache alike, or each on its own. */
  precision: PrecisionPlan | null;
  /** Clock over the nominal one, above 0 to 1. */
  clockFraction: number | null;
}

export const NO_PINS: Pins = {
  stackId: null,
  chips: null,
  tensorParallel: null,
  pipelineParallel: null,
  dataParallel: null,
  expertParallel: null,
  contextParallel: null,
  batch: null,
  precision: null,
  clockFraction: null,
};

/** The layout that the pins describe, or null when they leave it open. What is not pinned is 1. */
export function pinnedSharding(pins: Pins): Sharding | null {
  const { tensorParallel, pipelineParallel, expertParallel, contextParallel } = pins;
  const first = tensorParallel ?? pipelineParallel ?? expertParallel ?? contextParallel;
  if (first === null) return null;
  const tensor = tensorParallel ?? 1;
  const expert = expertParallel ?? 1;
  return {
    ...UNSHARDED,
    tensor,
    expert,
    pipeline: pipelineParallel ?? 1,
    context: contextParallel ?? 1,
    data: Math.max(1, Math.ceil(expert / tensor)),
  };
}
