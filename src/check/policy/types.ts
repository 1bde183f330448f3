import type { Diagnostic } from "../../input/diagnostic.ts";
import type { Level, Place } from "../types.ts";
import type { Metric } from "../metrics/metric.ts";

export type Operator = "atMost" | "atLeast" | "below" | "above" | "equals";

export const OPERATORS = [
  "atMost",
  "atLeast",
  "below",
  "above",
  "equals",
] as const satisfies readonly Operator[];

/** What a figure is compared with. */
export type Amount =
  | { kind: "figure"; value: number }
  /** A figure of chips of the catalogue on the same workload, times a factor. */
  | { kind: "chips"; times: number; pick: "best" | "worst"; ids: readonly string[] }
  /** The figure of the same spec and workload in the baseline, times a factor. */
  | { kind: "baseline"; times: number };

export type Comparison =
  | { operator: Operator; amount: Amount }
  /** As good as the amount or better, but for the tolerance. */
  | { operator: "noWorseThan"; amount: Amount; tolerance: number };

export interface Condition {
  /** "everyCriterion" stands for each criterion in turn. */
  metric: Metric | "everyCriterion";
  comparison: Comparison;
}

export interface Assertion extends Condition {
  id: string;
  with: (Condition & { metric: Metric }) | null;
  percentile: number | null;
  /** Rows of measurements by id; null for every one. */
  rows: readonly string[] | null;
  /** Null for all. */
  workloads: readonly string[] | null;
  specs: readonly string[] | null;
  level: Level;
  reason: string | null;
  place: Place;
}

export interface RuleLevel {
  level: Level;
  reason: string;
}

export interface Policy {
  name: string;
  /** The file that the user named; null for a preset. */
  file: string | null;
  extends: readonly string[];
  assertions: readonly Assertion[];
  /** Rule code → what the policy says about it. */
  rules: Readonly<Record<string, RuleLevel>>;
}

/** Text of a policy that another one extends, by the name that it was given. */
export type PolicyLoader = (
  name: string,
  from: string,
) =>
  | { ok: true; file: string; text: string }
  | { ok: false; diagnostic: Pick<Diagnostic, "message" | "help"> };
