import type { MeasurementSet } from "../../validation/types.ts";

export const MEASUREMENT_SETS = [
  "llm-inference",
  "serving-points",
  "vision",
  "training",
  "operators",
] as const satisfies readonly MeasurementSet[];

/** What the rows of a set are, for readers who do not know its name. */
export const SET_WORDS: Readonly<Record<MeasurementSet, string>> = {
  "llm-inference": "language models: decode, prefill, throughput",
  "serving-points": "language models at steady concurrency",
  vision: "vision, encoders, diffusion, recommenders",
  training: "training throughput and step time",
  operators: "single operators and collectives",
};
