import type { TaskPlan, TrainingSchedule } from "../../planner/types.ts";
import type { Precision } from "../../units/precision.ts";
import type { Block } from "../document.ts";

/** How the training tasks of a plan run, beside their split. */
export function scheduleBlocks(tasks: readonly TaskPlan[]): Block[] {
  return tasks.flatMap((task): Block[] => {
    const { training, taskId, microBatches, batch, recompute, zeroStage, precision } = task;
    if (!training) return [];
    return [
      { kind: "heading", text: `${taskId}: schedule` },
      {
        kind: "facts",
        items: [
          { label: "Micro-batches", value: `${microBatches} of ${batch} for each replica` },
          { label: "Virtual stages", value: `${training.interleave} for each pipeline rank` },
          { label: "Sharded", value: SHARDED[zeroStage] },
          { label: "Optimizer", value: moments(precision.optimizer ?? "fp32") },
          { label: "Recomputed", value: RECOMPUTED[recompute] },
          { label: "On the host", value: onHost(training) ?? "nothing" },
          { label: "Innermost", value: training.placement.join(", ") || "one chip" },
        ],
      },
    ];
  });
}

const moments = (format: Precision): string =>
  format === "fp32"
    ? "master weights and both moments in fp32"
    : `master weights in fp32, both moments in ${format}: a risk to accuracy`;

const SHARDED = {
  0: "nothing (ZeRO 0)",
  1: "optimizer state (ZeRO 1)",
  2: "optimizer state, gradients (ZeRO 2)",
  3: "optimizer state, gradients, weights (ZeRO 3)",
} as const;

const RECOMPUTED = {
  none: "nothing",
  selective: "what is large and cheap",
  full: "every layer",
} as const;

/** What lies in the memory of the host; null for nothing. */
export function onHost({ optimizerOffload, activationOffload }: TrainingSchedule): string | null {
  const parts = [optimizerOffload ? "optimizer" : "", activationOffload ? "activations" : ""];
  return parts.filter((part) => part !== "").join(", ") || null;
}
