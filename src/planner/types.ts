import type { Precision } from "../units/precision.ts";
import type { Placement, Sharding } from "../workload/types.ts";

export type Bound =
  | "compute"
  | "memory-bandwidth"
  | "memory-capacity"
  | "network"
  | "latency"
  | "power"
  | "budget";

export interface PrecisionPlan {
  weights: Precision;
  activations: Precision;
  cache: Precision;
  /** Of the optimizer's moments, when training. */
  optimizer?: Precision;
}

/** How one task runs: one replica's layout, how many replicas, what it achieves. */
export interface TaskPlan {
  taskId: string;
  modelId: string;
  stackId: string;
  sharding: Sharding;
  chipsPerReplica: number;
  replicas: number;
  /** Requests in flight per replica, or micro-batch for training. */
  batch: number;
  microBatches: number;
  zeroStage: 0 | 1 | 2 | 3;
  recompute: "none" | "selective" | "full";
  /** How training runs beside its recomputation and ZeRO stage; absent for inference. */
  training?: TrainingSchedule;
  precision: PrecisionPlan;
  /** Clock over the nominal one, 0..1. */
  clockFraction: number;
  /** Replicas of their own that read the prompts; absent where every replica reads its own. */
  prefillPool?: PoolPlan | undefined;
  /** Names of the compressions used, e.g. "pruning 2:4 50 %". */
  compression: readonly string[];
  accuracyRisk: "none" | "low" | "medium" | "high";
  /** Chips of time that the task takes (may be a fraction when tasks share a chip). */
  chipShare: number;
  metrics: TaskMetrics;
  boundBy: Bound;
}

export interface PoolPlan {
  sharding: Sharding;
  chipsPerReplica: number;
  replicas: number;
}

export interface TrainingSchedule {
  /** Virtual pipeline stages per rank (interleaved 1F1B). */
  interleave: number;
  /** What lies in the memory of the host. */
  optimizerOffload: boolean;
  activationOffload: boolean;
  /** Dimensions that are split, as they lie on the chips, innermost first. */
  placement: Placement;
}

export interface TaskMetrics {
  /** Work units per second that the planned replicas could do: requests, frames, or training tokens. */
  capacityPerSecond: number;
  demandPerSecond: number;
  workUnit: "request" | "frame" | "token" | "sample";
  timeToFirstTokenSeconds: number | null;
  timePerOutputTokenSeconds: number | null;
  endToEndSeconds: number | null;
  trainingSeconds: number | null;
  /** Model operations over dense peak at the plan's precision (MFU). */
  utilisation: number;
  memoryBytesPerChip: number;
  /** Mean electrical power of one chip under the load. */
  wattsPerChip: number;
}

/** The whole deployment on one kind of chip, all sites. */
export interface Plan {
  chips: number;
  chipsPerSite: number;
  tasks: readonly TaskPlan[];
  ownership: "own" | "rent";
  cost: PlanCost;
  powerWatts: number;
  powerWattsPerSite: number;
  energyJoulesOverHorizon: number;
}

/** Money over the horizon, all sites. Unknown prices are null, never zero. */
export interface PlanCost {
  totalUsd: number;
  capitalUsd: number;
  monthlyUsd: number;
  energyUsd: number;
  perUnit: { usd: number; unit: "request" | "frame" | "million-tokens" | "run" } | null;
}

/** One hard limit checked: the figure, the limit, and by how much it is missed. */
export interface LimitCheck {
  id: string;
  title: string;
  /** Which way the figure must lie; absent for a yes/no property. */
  rule?: "at-most" | "at-least";
  /** null when the limit is a yes/no property (vendor, place, safety). */
  limit: number | string | null;
  value: number | string | null;
  unit: string;
  pass: boolean;
  /** How far the value is past the limit, in `unit`; null when it passes or is not a number. */
  shortfall: number | null;
  /** One sentence with the figures, for people. */
  message: string;
  /** The clause of the workload file that sets the limit (`budget.monthly`), and its line there; absent when there is none. */
  path?: string;
  line?: number;
}

export type PlanningResult =
  | { ok: true; plan: Plan; limits: readonly LimitCheck[] }
  /** `plan` is the nearest miss when there is one. */
  | { ok: false; plan: Plan | null; limits: readonly LimitCheck[]; boundBy: Bound | null };
