import type { ChipClass } from "./types.ts";

/** Fitted parameters of a chip family and of a software stack: fields of `Family` and `Stack`. */
export const FAMILY_KEYS = [
  "matmulShare",
  "bandwidthShare",
  "vectorShare",
  "attentionShare",
  "narrowShare",
  "depthwiseShare",
  "linkShare",
  "launchSeconds",
] as const;
export const STACK_KEYS = [
  "computeShare",
  "bandwidthShare",
  "expertShare",
  "collectiveOverlap",
  "collectiveOverheadSeconds",
  "stepOverheadSeconds",
  "sequenceOverheadSeconds",
  "kernelOverheadSeconds",
] as const;

export type FamilyKey = (typeof FAMILY_KEYS)[number];
export type StackKey = (typeof STACK_KEYS)[number];

/** `low` and `high`: smallest and largest value when a fifth of the sources is left out of the fit. */
export interface FittedValue {
  value: number;
  low: number;
  high: number;
}

/** What a predicted figure is, as far as its errors go: figures of one kind err alike. */
export const FIGURE_KINDS = [
  "time-to-first-token",
  "time-per-output-token",
  "generation-throughput",
  "inference",
  "training",
  "kernel",
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** Whose rows a chip's parameters rest on: the chip's own among others, other chips' of its family, other families' only. */
export const CHIP_EVIDENCE = ["chip", "family", "class"] as const;
export type ChipEvidence = (typeof CHIP_EVIDENCE)[number];

/** Errors of predictions that are alike: 10th and 90th percentile of measured over predicted speed. */
export interface ErrorInterval {
  /** `any` stands for all kinds and for all classes. */
  figure: FigureKind | "any";
  class: ChipClass | "any";
  chip: ChipEvidence;
  stackKnown: boolean;
  low: number;
  high: number;
  rows: number;
}

/** What `npm run calibrate` found: profiles/measurements/calibration.yaml. */
export interface Calibration {
  families: Readonly<Record<string, Readonly<Partial<Record<FamilyKey, FittedValue>>>>>;
  stacks: Readonly<Record<string, Readonly<Partial<Record<StackKey, FittedValue>>>>>;
  /** Centre of the fitted families of a class, for families that say nothing themselves. */
  classes: Readonly<Partial<Record<ChipClass, Readonly<Partial<Record<FamilyKey, number>>>>>>;
  /** Rows of grades A and B that count, by chip, family and stack. */
  rows: Readonly<Record<"chips" | "families" | "stacks", Readonly<Record<string, number>>>>;
  intervals: readonly ErrorInterval[];
}

/** The part of a calibration that the program needs when it runs: values are in the families and stacks already. */
export type Evidence = Pick<Calibration, "rows" | "intervals">;
