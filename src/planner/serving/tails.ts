import type { InferenceTask } from "../../input/workload-types.ts";

export const outputAt = (task: InferenceTask, percentile: number | null): number =>
  Math.max(
    1,
    percentile !== null && percentile >= 95 ? task.outputLength.p95 : task.outputLength.mean,
  );

/** A long prompt takes longer: prefill grows at least in proportion to the length. */
export const inputFactor = (task: InferenceTask, percentile: number | null): number =>
  percentile !== null && percentile >= 95
    ? Math.max(1, task.inputLength.p95 / Math.max(1, task.inputLength.mean))
    : 1;
