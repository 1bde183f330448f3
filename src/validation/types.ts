/**
 * Predicting published measurements. One row in, one prediction or one reason out; field names of the result follow the
 * command line contract (`validate --format json`).
 */

export type MeasurementSet =
  | "llm-inference"
  | "serving-points"
  | "vision"
  | "training"
  | "operators";

/** A row of a measurement file, still as text: which columns there are depends on the set. */
export interface MeasurementRow {
  set: MeasurementSet;
  id: string;
  /** File and line (1-based) for messages. */
  file: string;
  line: number;
  fields: Readonly<Record<string, string>>;
}

export type Grade = "A" | "B" | "C" | "X";

export interface ValidatedRow {
  id: string;
  set: MeasurementSet;
  metric: string;
  unit: string;
  grade: Grade;
  chip: string;
  chipClass: string;
  stack: string;
  model: string;
  measured: number;
  predicted: number | null;
  /** predicted / measured. */
  ratio: number | null;
  /** max(ratio, 1/ratio) − 1. */
  errorFactor: number | null;
  /** The same of the crude baseline (two-constant roofline), to be beaten. */
  crudeErrorFactor: number | null;
  interval: { low: number; high: number } | null;
  /** Why there is no prediction; null when there is one. */
  skipped: string | null;
  /** Why the row is left out of the summary (exclusion list); null for most. */
  excluded: string | null;
}

export interface ErrorSummary {
  rows: number;
  predicted: number;
  skipped: number;
  medianErrorFactor: number | null;
  p90ErrorFactor: number | null;
  /** Median of predicted / measured: above 1 the model says more than was measured. */
  medianRatio: number | null;
  /** Share of comparable pairs of chips in the right order; null without pairs. */
  pairwiseOrder: number | null;
  /** The crude baseline on the same rows. */
  crudeMedianErrorFactor: number | null;
  crudeP90ErrorFactor: number | null;
  /** Share of measurements inside the 80 % interval; null without intervals. */
  intervalCoverage: number | null;
}

export interface ErrorGroup extends ErrorSummary {
  by: "set" | "chip" | "class" | "stack" | "metric" | "model";
  key: string;
}

export interface ValidationResult {
  schemaVersion: 1;
  tool: { name: "chipselect"; version: string };
  /** Grades A and B, without excluded rows. */
  summary: ErrorSummary;
  groups: readonly ErrorGroup[];
  /** Grades C and X, and time to first token under load: reported apart. */
  apart: readonly ErrorGroup[];
  rows: readonly ValidatedRow[];
  /** Reasons for skipping and how many rows each took. */
  skipReasons: readonly { reason: string; rows: number }[];
  exclusions: readonly { id: string; reason: string }[];
  warnings: readonly string[];
}
