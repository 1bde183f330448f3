import type { TrainingTask } from "../../input/workload-types.ts";
import type { Device } from "../../simulation/device.ts";
import { BYTES_PER_ELEMENT, type Precision } from "../../units/precision.ts";
import type { TaskPlan } from "../types.ts";

const USUAL: readonly Precision[] = ["fp32"];

/** Formats of the optimizer's moments that the workload allows and the stack has, widest first; FP32 where it has none of them. */
export function optimizerFormats(
  { precision }: Pick<TrainingTask, "precision">,
  { stack }: Pick<Device, "stack">,
  pinned: Precision | undefined,
): readonly Precision[] {
  const allowed = pinned === undefined ? (precision.optimizer ?? USUAL) : [pinned];
  const known = stack.training?.optimizerStates ?? USUAL;
  const both = allowed.filter((format) => known.includes(format));
  return both.length === 0
    ? USUAL
    : both.toSorted((a, b) => BYTES_PER_ELEMENT[b] - BYTES_PER_ELEMENT[a]);
}

const RISKS = ["none", "low", "medium", "high"] as const;

/**
 * Risk to accuracy of a plan whose moments are kept in `format`: 16 bits trained a published model of the largest size (DeepSeek-AI 2024,
 * DeepSeek-V3, section 3.3.3), eight bits up to 1.5 billion parameters (Dettmers et al. 2022).
 */
export function riskWith(
  format: Precision,
  otherwise: TaskPlan["accuracyRisk"],
): TaskPlan["accuracyRisk"] {
  const bytes = BYTES_PER_ELEMENT[format];
  const own = bytes >= 4 ? "none" : bytes >= 2 ? "low" : "medium";
  return RISKS.indexOf(own) > RISKS.indexOf(otherwise) ? own : otherwise;
}
