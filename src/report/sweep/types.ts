import type { ChipClass } from "../../catalog/types.ts";
import type { Bound } from "../../planner/types.ts";
import type { CandidateMetrics, CandidatePlan } from "../types.ts";

/** First line of a file of sweep results: what was asked, so that a file can be continued, joined and read alone. */
export interface SweepHeader {
  schemaVersion: 1;
  kind: "sweep";
  tool: { name: "chipselect"; version: string };
  /** Name of the scenario. */
  workload: string;
  /** SHA-256 over everything that decides the results: program, catalogue, workload, axes, chips, rows per point. */
  fingerprint: string;
  /** Points of the whole grid. */
  points: number;
  /** In the order given; the last one varies fastest. */
  axes: readonly { key: string; values: readonly (string | number | boolean)[] }[];
  /** Chips or classes asked for; empty means all. */
  chips: readonly string[];
  /** Most candidates that a point lists; null means all, also infeasible ones. */
  top: number | null;
  /** The part of the grid that the file holds, points `from` to `to` − 1; null when it holds all. */
  shard: { part: number; of: number; from: number; to: number } | null;
}

/** One point of the grid. */
export interface SweepPoint {
  point: number;
  over: Readonly<Record<string, string | number | boolean>>;
  /** Id of the best feasible candidate. */
  winner: string | null;
  /** Candidates that meet every limit. */
  feasible: number;
  /** Why the values of this point contradict each other; null when they do not. */
  fault: string | null;
  /** Best first. Without a feasible one, the one that misses fewest limits. */
  candidates: readonly SweepCandidate[];
}

export interface SweepCandidate {
  id: string;
  name: string;
  class: ChipClass;
  rank: number | null;
  score: number | null;
  boundBy: Bound | null;
  plan: SweepPlan | null;
  metrics: CandidateMetrics | null;
  /** Ids of the limits that it misses. */
  missed: readonly string[];
  /** Figures of the chip that are estimates. */
  estimated: readonly string[];
}

/** Of a plan, what does not go task by task. */
export type SweepPlan = Omit<CandidatePlan, "tasks">;
