import type { Chip } from "../../catalog/types.ts";
import type { CriterionInfo, CriterionScore } from "../../decision/types.ts";
import type { Workload } from "../../input/workload-types.ts";
import type { Bound, LimitCheck, TaskPlan } from "../../planner/types.ts";
import type { Dimension } from "../../units/dimensions.ts";
import type { Silicon } from "../spec/silicon.ts";

/** What became of one chip on one workload: the part of an evaluation that policies judge. */
export interface Outcome {
  feasible: boolean;
  rank: number | null;
  score: number | null;
  plan: { chips: number; tasks: readonly TaskPlan[] } | null;
  boundBy: Bound | null;
  /** Figures of the plan, of the nearest miss where nothing is feasible; by their names in `evaluate --format json`. */
  metrics: Readonly<Record<string, number | string | null>> | null;
  limits: readonly LimitCheck[];
  criteria: readonly CriterionScore[];
  criteriaInfo: readonly CriterionInfo[];
  /** Share of the space of weights in which the chip takes each rank, the first rank first; null where it is not ranked among others. */
  rankAcceptability: () => readonly number[] | null;
}

export interface MetricContext {
  chip: Chip;
  /** What the spec says of its silicon; null for a chip of the catalogue. */
  silicon: Silicon | null;
  workload: Workload | null;
  outcome: Outcome | null;
  /** Worst rank that still counts for `rankAcceptability`. */
  ranks: number;
}

/** What a metric needs: the spec alone, a plan on a workload, or all chips ranked with it. */
type MetricScope = "spec" | "workload" | "ranking" | "row";

/** A figure that a policy may limit. */
export interface Metric {
  id: string;
  title: string;
  /** Other names that people use, matched whatever their case. */
  aliases: readonly string[];
  dimension: Dimension;
  /** Unit of the value, as in JSON. */
  unit: string;
  better: "lower" | "higher" | null;
  scope: MetricScope;
  /** How it comes about. */
  formula: string;
  read: (context: MetricContext) => number | null;
  /** What a failing figure is made of, in words. */
  detail?: (outcome: Outcome) => string;
}
