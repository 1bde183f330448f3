import type { TrainingProgram } from "../workload/training-program.ts";
import type { Sharding } from "../workload/types.ts";
import type { TrainingSetup } from "./training-step.ts";
import { stagesOf } from "./training-stages.ts";

/** Bytes that a parameter takes: 16-bit weights, gradients as the stack sums them, and what the optimizer keeps. */
export interface StateBytes {
  weight: number;
  gradient: number;
  optimizer: number;
}

const WEIGHT_BYTES = 2;
const GRADIENT_BYTES = 4;
/** FP32 master copy and two Adam moments (Rajbhandari et al. 2020: 2 + 2 + 12). */
const OPTIMIZER_BYTES = 12;

export function stateBytes(_: Pick<TrainingSetup, "device">): StateBytes {
  return { weight: WEIGHT_BYTES, gradient: GRADIENT_BYTES, optimizer: OPTIMIZER_BYTES };
}

/** Parameters on the chip of a pipeline that holds most: those of every copy, and experts beside them. */
export interface StageParameters {
  dense: number;
  experts: number;
}

/** The fullest stage, or the first one with the embedding where that is more. */
export function stageParameters(program: TrainingProgram, sharding: Sharding): StageParameters {
  const { parameters, tables, layers } = program;
  const { tensor, pipeline, expert } = sharding;
  const { expertParameters } = program.limits;
  const stages = stagesOf(layers, pipeline);
  const share = stages.layers / layers;
  const inLayers = parameters - expertParameters - tables.all;
  const first = stages.firstShare * share * inLayers + tables.embedding;
  const dense =
    pipeline > 1 ? Math.max(share * inLayers, first) : parameters - expertParameters;
  return {
    dense: dense / tensor,
    experts: (share * expertParameters) / Math.max(tensor, expert),
  };
}

/** Chips that hold copies of the same weights: the parts of a sequence share them as replicas do. */
export const copiesOf = ({ data, context }: Sharding): number => data * context;

/** Copies of an expert: experts that lie on several replicas have fewer. */
export const expertCopiesOf = (sharding: Sharding): number =>
  (copiesOf(sharding) * sharding.tensor) / Math.max(sharding.tensor, sharding.expert);

/** Parameters that one chip keeps when nothing is held twice. */
export function ownParameters(program: TrainingProgram, sharding: Sharding): number {
  const { dense, experts } = stageParameters(program, sharding);
  const spread = Math.max(sharding.tensor, sharding.expert) / sharding.tensor;
  return (dense + experts * spread) / copiesOf(sharding);
}
