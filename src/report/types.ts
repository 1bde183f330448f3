import type { Workload } from "../input/workload-types.ts";
import type { FigureInterval } from "../catalog/intervals.ts";
import type { ChipClass, Confidence } from "../catalog/types.ts";
import type { FlipPoint } from "../decision/decision.ts";
import type { Dominance } from "../decision/dominance.ts";
import type { DoubleCounting } from "../decision/double-counting.ts";
import type { CriterionInfo, CriterionScore } from "../decision/types.ts";
import type { Witness } from "./rank/types.ts";
import type { Bound, LimitCheck, PrecisionPlan, TaskPlan } from "../planner/types.ts";

export type { CriterionInfo, CriterionScore } from "../decision/types.ts";

/** The one value that every report reads. Field names follow the command line contract; add, never rename. */
export interface EvaluationResult {
  schemaVersion: 1;
  tool: { name: "chipselect"; version: string };
  workload: Workload;
  criteria: readonly CriterionInfo[];
  candidates: readonly Candidate[];
  /** Pairs of weighed criteria that say the same in whole or in part. */
  doubleCounting?: readonly DoubleCounting[];
  recommendation: Recommendation | null;
  /** What other methods make of the best candidates; absent where nobody asked. */
  witnesses?: readonly Witness[];
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
  intervals?: FigureIntervals | undefined;
  limits: readonly LimitCheck[];
  criteria: readonly CriterionScore[];
  boundBy: Bound | null;
  reasons: readonly string[];
  /** The candidate that is nowhere worse and somewhere better, with the criteria on which it is better; absent when there is none. */
  dominance?: Dominance | undefined;
  /** What would let it take part; of excluded candidates only, and only where it was looked for. */
  relaxation?: Relaxation | null;
  /** Share of draws in which the candidate takes each rank, first to last; absent where nobody drew. */
  robustness?: { rankAcceptability: readonly number[] } | null;
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
  /** Why, what would change it, and what is not firm, in sentences. */
  explanation?: readonly string[];
  /** Criterion by criterion from the winner to the second, in the order of the criteria that weigh; empty without a second. */
  waterfall?: readonly WaterfallStep[];
  /** Neighbours in the ranking whose scores are closer than `tolerance`, and neither dominates the other. */
  looseOrder?: readonly {
    ids: readonly [string, string];
    ranks: readonly [number, number];
    difference: number;
  }[];
  /** Score distance below which an order is not firm. */
  tolerance?: number;
  /** Candidates too close to the winner to call, best first. */
  nearTies?: readonly string[];
  /** What the recommendation rests on that nobody has measured, published or checked. */
  missing?: readonly string[];
  /** Changes of one input that make another candidate win, smallest first. */
  flipPoints: readonly FlipPoint[];
  /** One assumption at a time, widest effect on the winner's lead first; absent where nobody asked. */
  assumptions?: readonly Assumption[];
  /** 0..1: how often the winner comes first when weights and figures vary; absent where nobody drew. */
  confidence?: number | null;
  /** What the confidence comes from. */
  draws?: Pick<Robustness, "draws" | "seed" | "standardError">;
}

/** Outcome of drawing weights and figures (SMAA-2). */
export interface Robustness {
  draws: number;
  seed: number;
  /** Largest standard error of an acceptability index. */
  standardError: number;
  /** Ids of the candidates that were drawn, best first. */
  candidates: readonly string[];
  /** By candidate, the share of draws in which it takes each rank, the first rank first. */
  rankAcceptability: readonly (readonly number[])[];
}

/** What the winner's lead becomes when one assumption goes to either end of its range. */
export interface Assumption {
  input: FlipPoint["input"];
  path: string;
  /** What it is ("rent") and of whom or what ("MI300X", "task chat"); null where there is only one. */
  noun: string;
  of: string | null;
  unit: string;
  now: number;
  low: AssumptionEnd;
  high: AssumptionEnd;
  /** Why the range is as wide as it is. */
  reason: string;
}

interface AssumptionEnd {
  value: number;
  /** Winner's score less the best other one's; negative when it loses, null when it misses a limit. */
  lead: number | null;
  /** Who wins there; null for nobody. */
  winner: string | null;
}

export interface WaterfallStep {
  criterion: string;
  /** Points of the winner and of the second. */
  first: number;
  second: number;
  /** Points that the winner gains here on the second; adds up to the margin. */
  difference: number;
}

/** The smallest change of the workload's limits that would let an excluded chip take part, found by planning anew. */
export interface Relaxation {
  changes: readonly RelaxedClause[];
  /** The largest limit-to-be over limit; 1 where only clauses without a figure go. */
  factor: number;
  /** "with budget.monthly at 31 k USD (now 20 k USD)": continues "it would fit". */
  sentence: string;
}

export interface RelaxedClause {
  /** Id of the limit, and its words. */
  limit: string;
  title: string;
  /** Place in the workload file; null for a limit that none sets. */
  path: string | null;
  from: number | string | null;
  /** Null: the clause goes as a whole. */
  to: number | string | null;
  unit: string;
}
