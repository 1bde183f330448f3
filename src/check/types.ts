import type { SmallestChange } from "./judge/smallest-change.ts";

/** How much a failing check matters: `error` fails the run, `warn` is shown, `off` is not checked. */
export type Level = "error" | "warn" | "off";

/** Where something stands in a file that a person wrote; 1-based, the end exclusive and on the same line. */
export interface Place {
  file: string;
  line: number;
  column: number;
  endColumn: number;
}

type CheckKind = "assertion" | "rule" | "measurement" | "suppression" | "baseline";

type CheckStatus = "pass" | "fail" | "skip" | "suppressed";

/** One thing that was checked of one spec (on one workload, where it has one): a row of every report. */
export interface CheckEntry {
  kind: CheckKind;
  /** Message code: CS21xx for assertions, CS3xxx for rules. */
  code: string;
  /** Id of the assertion, the rule or the row of measurements. */
  id: string;
  title: string;
  spec: string;
  workload: string | null;
  level: Exclude<Level, "off">;
  status: CheckStatus;
  /** One sentence with the figures. */
  message: string;
  /** The figure that was judged, in SI; null where the check is not about one figure. */
  value: number | null;
  /** What it was compared with, in the same unit. */
  limit: number | null;
  unit: string;
  /** The two in words, such as "≤ 40 ms" and "43.1 ms". */
  expected: string | null;
  found: string | null;
  /** How far the figure is past the limit, relative to it; null when it holds. */
  missedBy: number | null;
  /** The same figure in the baseline; null without one. */
  baseline: number | null;
  /** Whether the baseline had the same failure; null without a baseline. */
  known: boolean | null;
  /** What of the spec would have to change for it to pass; null where nothing was searched or nothing helps. */
  change: SmallestChange | null;
  help: string | null;
  /** Why the policy judges so, why the spec suppresses it, or why it was skipped. */
  reason: string | null;
  place: Place;
  /** The line of the policy that asks for it, where `place` is in the spec. */
  asked: Place | null;
  fingerprint: string;
}

export interface FigureDelta {
  spec: string;
  workload: string | null;
  metric: string;
  title: string;
  unit: string;
  before: number | null;
  now: number | null;
  /** (now − before) ÷ before; null where one of them is unknown. */
  relative: number | null;
  /** Whether the change is for the better; null where neither way is better, or nothing changed. */
  better: boolean | null;
}

export interface CheckSummary {
  checks: number;
  passed: number;
  errors: number;
  warnings: number;
  skipped: number;
  suppressed: number;
}

/** The one value that every report of `check` reads. Add fields, never rename. */
export interface CheckResult {
  schemaVersion: 1;
  tool: { name: "chipselect"; version: string };
  passed: boolean;
  specs: readonly { id: string; name: string; file: string }[];
  workloads: readonly { id: string; name: string; file: string }[];
  policy: { name: string; file: string | null; extends: readonly string[] };
  baseline: { file: string } | null;
  summary: CheckSummary;
  checks: readonly CheckEntry[];
  /** Figures of every spec on every workload; with a baseline what they were. */
  figures: readonly FigureDelta[];
  warnings: readonly string[];
}
