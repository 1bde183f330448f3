import type { Chip, Family, Stack, System } from "../catalog/types.ts";
import type { Plan, PlanningResult } from "../planner/types.ts";

/** A candidate that meets every hard limit, with the plan that the criteria judge. */
export interface Assessed {
  chip: Chip;
  system: System;
  /** Family whose parameters the simulation used; null when none is on file. */
  family: Family | null;
  /** At least the stacks that the plan names. */
  stacks: readonly Stack[];
  plan: Plan;
  /** Plan for the growth target; null when the workload names no growth. */
  growth: PlanningResult | null;
  /** Clouds that rent the chip, from `cloudsRenting`. */
  clouds: readonly string[];
}
