import type { MemoryUse } from "../report/explain-types.ts";
import { trainingMemoryParts } from "../simulation/training.ts";
import { weightBytesPerChip } from "../simulation/wide-weights.ts";
import type { TaskContext } from "./explain-task.ts";

/** What fills one chip's memory under the plan. */
export function memoryUse(context: TaskContext): MemoryUse[] {
  const { task, plan, variant, formats } = context;
  const { program } = variant;
  const total = plan.metrics.memoryBytesPerChip;
  if (!("kind" in program)) {
    if (task.kind === "inference") return [];
    const { sequenceLength: sequence, trainableShare } = task;
    const layout = {
      sharding: { ...plan.sharding, data: plan.replicas },
      microBatch: plan.batch,
      interleave: plan.training?.interleave ?? 1,
      zeroStage: plan.zeroStage,
      recompute: plan.recompute,
      offload: plan.training?.optimizerOffload ?? false,
      offloadActivations: plan.training?.activationOffload ?? false,
    };
    const setup = { program, device: context.device, sequence, trainableShare };
    return trainingMemoryParts(setup, layout, plan.microBatches);
  }
  const weights = weightBytesPerChip(program, plan.sharding, formats);
  const rest = program.kind === "generative" ? "key-value cache and activations" : "activations";
  return [
    { part: "weights", bytes: weights },
    { part: rest, bytes: total - weights },
  ];
}
