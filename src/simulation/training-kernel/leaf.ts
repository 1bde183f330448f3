import type { TrainingLayout } from "../training-step.ts";
import { RECOMPUTES } from "./stage-parts.ts";

/** Recomputation × activations on the host × ZeRO stage × optimizer on the host, in this order: what costs no chips and no schedule. */
export const LEAVES = 48;

export type Leaf = Required<
  Pick<TrainingLayout, "recompute" | "offloadActivations" | "zeroStage" | "offload">
>;

const STAGES = [0, 1, 2, 3] as const;

/** The leaf with this number, 0 to 47. */
export function leafOf(code: number): Leaf {
  return {
    recompute: RECOMPUTES[code >> 4] ?? "none",
    offloadActivations: ((code >> 3) & 1) === 1,
    zeroStage: STAGES[(code >> 1) & 3] ?? 0,
    offload: (code & 1) === 1,
  };
}

export function leafCode({ recompute, offloadActivations, zeroStage, offload }: Leaf): number {
  const host = offloadActivations ? 1 : 0;
  return ((RECOMPUTES.indexOf(recompute) * 2 + host) * 4 + zeroStage) * 2 + (offload ? 1 : 0);
}
