import type { FlipPoint } from "../decision/decision.ts";
import type { Pins } from "../planner/pins.ts";
import type { Bound, LimitCheck, TaskMetrics } from "../planner/types.ts";
import type { CollectiveKind, OperatorKind, ParallelGroup } from "../workload/types.ts";
import type { PlanSearch } from "./search-types.ts";
import type { Candidate, CandidatePlan, CriterionInfo, FigureIntervals } from "./types.ts";

/** One candidate in depth: `chipselect explain WORKLOAD --chip ID`. All figures in SI units. */
export interface ExplainResult {
  schemaVersion: 1;
  tool: { name: "chipselect"; version: string };
  workload: { name: string };
  candidate: Candidate;
  /** How many candidates have a rank, to say "2 of 41". */
  rankedCandidates: number;
  criteria: readonly CriterionInfo[];
  /** Changes of its price or bandwidth that would make it the first; absent for the winner and for excluded candidates. */
  wouldWin?: readonly FlipPoint[];
  /** Empty when the candidate has no plan. */
  tasks: readonly TaskExplanation[];
  /** How the plans of training tasks were found; absent for other workloads. */
  searches?: readonly PlanSearch[];
  notModelled: readonly string[];
  warnings: readonly string[];
}

export interface TaskExplanation {
  taskId: string;
  modelId: string;
  stackId: string;
  phases: readonly Phase[];
  memory: readonly MemoryUse[];
}

export type PhaseName = "prefill" | "decode" | "forward" | "train step";

/** One step of one replica on one chip, and where its time goes. */
export interface Phase {
  name: PhaseName;
  /** What one step works on, for people: "64 sequences, 1650 tokens in the cache". */
  work: string;
  seconds: number;
  operators: readonly OperatorCost[];
  collectives: readonly CollectiveCost[];
  /** Fixed time of the step and its launches. */
  overheadSeconds: number;
  roofline: Roofline;
}

/** All executions in the step together; `share` is of the step's time. */
export interface OperatorCost {
  name: string;
  kind: OperatorKind;
  count: number;
  seconds: number;
  share: number;
  boundBy: Bound;
  operations: number;
  bytes: number;
}

/** All executions in the step together; `seconds` is what compute does not hide. */
export interface CollectiveCost {
  name: string;
  kind: CollectiveKind;
  group: ParallelGroup;
  count: number;
  seconds: number;
  share: number;
  bytes: number;
}

/** Roofline of a step on one chip (Williams et al., CACM 2009). */
interface Roofline {
  /** Dense peak at the plan's precision, and what a large matrix multiply reaches. */
  peakOperationsPerSecond: number;
  reachableOperationsPerSecond: number;
  /** Memory bandwidth as published, and what a large stream reaches. */
  peakBytesPerSecond: number | null;
  reachableBytesPerSecond: number;
  operationsPerByte: number;
  /** Operations per byte from which reachable arithmetic binds. */
  ridgeOperationsPerByte: number;
  achievedOperationsPerSecond: number;
  achievedBytesPerSecond: number;
}

/** A part of one chip's memory: weights, cache, activations, gradients, optimizer state, … */
export interface MemoryUse {
  part: string;
  bytes: number;
}

/** What the user asks `simulate` for; null leaves the choice to the planner. */
export type RequestedConfiguration = Pins;

/** The kernel's answer for one configuration: `chipselect simulate`. */
export interface SimulateResult {
  schemaVersion: 1;
  tool: { name: "chipselect"; version: string };
  workload: { name: string };
  chip: { id: string; name: string };
  requested: RequestedConfiguration;
  /** False when the configuration does not fit or misses a limit; figures are given all the same where there are any. */
  feasible: boolean;
  plan: CandidatePlan | null;
  /** Of the leading task; see `Candidate`. */
  intervals?: FigureIntervals;
  /** Whose measurements the parameters of the chip rest on. */
  parameters: string;
  tasks: readonly (TaskExplanation & { metrics: TaskMetrics; boundBy: Bound })[];
  limits: readonly LimitCheck[];
  powerWatts: number | null;
  totalCostUsd: number | null;
  reasons: readonly string[];
  warnings: readonly string[];
}
