import { BYTES_PER_ELEMENT } from "../units/precision.ts";
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
const MASTER_BYTES = 4;
/** Moments of eight bits have a scale in FP32 for each block of 2,048 (Dettmers et al. 2022, 8-bit Optimizers via Block-wise Quantization). */
const SCALE_BYTES = 4 / 2048;

/**
 * Mixed precision (Rajbhandari et al. 2020: 2 + 2 + 12 bytes): an FP32 master copy and two Adam moments. Megatron-LM sums gradients
 * in FP32 (Megatron Core developer guide, distributed optimizer: 6 + 12/d bytes); narrower moments leave the master copy as it is
 * (DeepSeek-AI 2024, DeepSeek-V3 Technical Report, section 3.3.3: moments in BF16).
 */
export function stateBytes({
  device,
  optimizer = "fp32",
}: Pick<TrainingSetup, "device" | "optimizer">): StateBytes {
  const moment = BYTES_PER_ELEMENT[optimizer];
  const scale = moment < 2 ? SCALE_BYTES : 0;
  return {
    weight: WEIGHT_BYTES,
    gradient: BYTES_PER_ELEMENT[device.stack.training?.gradients ?? "bf16"],
    optimizer: MASTER_BYTES + 2 * (moment + scale),
  };
}

/** Parameters on the chip of a pipeline that holds most: those of every copy, and experts beside them. */
export interface StageParameters {
  dense: number;
  experts: number;
}

/** Of a stage that nothing splits: the fullest one, or the first one with the embedding where that is more. */
export function wholeStage(program: TrainingProgram, pipeline: number): StageParameters {
  const { parameters, tables, layers } = program;
  const { expertParameters } = program.limits;
  const stages = stagesOf(layers, pipeline);
  const share = stages.layers / layers;
  const inLayers = parameters - expertParameters - tables.all;
  const first = stages.firstShare * share * inLayers + tables.embedding;
  return {
    dense: pipeline > 1 ? Math.max(share * inLayers, first) : parameters - expertParameters,
    experts: share * expertParameters,
  };
}

export function stageParameters(program: TrainingProgram, sharding: Sharding): StageParameters {
  const { tensor, pipeline, expert } = sharding;
  const { dense, experts } = wholeStage(program, pipeline);
  return { dense: dense / tensor, experts: experts / Math.max(tensor, expert) };
}

/** Chips that hold copies of the same weights: the parts of a sequence share them as replicas do. */
const copiesOf = ({ data, context }: Sharding): number => data * context;

/** Copies of an expert: experts that lie on several replicas have fewer. */
export const expertCopiesOf = (sharding: Sharding): number =>
  (copiesOf(sharding) * sharding.tensor) / Math.max(sharding.tensor, sharding.expert);

/** Parameters that one chip keeps when nothing is held twice. */
export function ownParameters(program: TrainingProgram, sharding: Sharding): number {
  const { dense, experts } = stageParameters(program, sharding);
  const spread = Math.max(sharding.tensor, sharding.expert) / sharding.tensor;
  return (dense + experts * spread) / copiesOf(sharding);
}
