import type { Workload } from "../input/workload-types.ts";
import type { FigureInterval } from "../catalog/intervals.ts";
import type { ChipClass, Confidence } from "../catalog/types.ts";
import type { CriterionInfo, CriterionScore } from "../decision/types.ts";
import type { Bound, LimitCheck, PrecisionPlan, TaskPlan } from "../planner/types.ts";

export type { CriterionInfo, CriterionScore } from "../decision/types.ts";

/** The one value that every report reads. Field names follow the command line contract; add, never rename. */
export interface EvaluationResult {
  schemaVersion: 1;
  tool: { name: "chipselect"; version: string };
  workload: Workload;
  criteria: readonly CriterionInfo[];
  candidates: readonly Candidate[];
  recommendation: Recommendation | null;
  /** What the simulation leaves out, in sentences. */
  notModelled: readonly string[];
  warnings: readonly string[];
  timings: Readonly<Record<string, number>>;
}

export interface Candidate {
  id: string;
  name: string;
  vendor: string;
  class: ChipClass;
  rank: number | null;
  feasible: boolean;
  score: number | null;
  plan: CandidatePlan | null;
  metrics: CandidateMetrics | null;
  /** Where 80 % of measurements of such predictions lie; a figure that the task does not have, or that nothing like was measured of, is left out. */
  intervals?: FigureIntervals;
  limits: readonly LimitCheck[];
  criteria: readonly CriterionScore[];
  boundBy: Bound | null;
  reasons: readonly string[];
  /** Confidence of the chip's data, whether anyone re-read it, and which figures the estimation rule filled. */
  evidence: {
    confidence: Confidence;
    verified: boolean;
    estimated: readonly string[];
    parameters: string;
  };
}

export interface CandidatePlan {
  chips: number;
  replicas: number;
  tensorParallel: number;
  pipelineParallel: number;
  dataParallel: number;
  expertParallel: number;
  contextParallel: number;
  batch: number;
  precision: PrecisionPlan;
  clockFraction: number;
  ownership: "own" | "rent";
  tasks: readonly TaskPlan[];
}

export interface CandidateMetrics {
  timeToFirstTokenSeconds: number | null;
  timePerOutputTokenSeconds: number | null;
  endToEndSeconds: number | null;
  trainingSeconds: number | null;
  throughputPerSecond: number;
  /** Smallest capacity over demand of all tasks. */
  headroom: number;
  utilisation: number;
  memoryBytesPerChip: number;
  powerWatts: number;
  energyPerWorkUnitJoules: number;
  totalCostUsd: number;
  capitalUsd: number;
  monthlyUsd: number;
  costPerWorkUnitUsd: number;
  workUnit: string;
  /** Total cost at the growth target over total cost now; null when the growth target has no plan. */
  growthCostRatio: number | null;
}

export type FigureIntervals = Readonly<
  Partial<
    Record<
      | "timeToFirstTokenSeconds"
      | "timePerOutputTokenSeconds"
      | "trainingSeconds"
      | "throughputPerSecond",
      FigureInterval
    >
  >
>;

export interface Recommendation {
  id: string;
  /** Score distance to the second, 0..1; null with a single candidate. */
  margin: number | null;
  sentence: string;
  flipPoints: readonly string[];
}
