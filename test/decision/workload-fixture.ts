import type { InferenceTask, TrainingTask, Workload } from "../../src/input/workload-types.ts";
import { YEAR } from "../economics/hardware-fixture.ts";
import * as support from "../support/tasks.ts";

export { constraints } from "../support/tasks.ts";

/** A chat service without limits of any kind; tests set the one that they are about. */
export const workload = (overrides: Partial<Workload> = {}): Workload =>
  support.workload(overrides.tasks ?? [inferenceTask()], {
    scalability: { growthFactor: 1, growthSeconds: YEAR, maxChips: null },
    ...overrides,
    budget: budget(overrides.budget),
  });

export const budget = (overrides: Partial<Workload["budget"]> = {}): Workload["budget"] =>
  support.budget({ horizonSeconds: 3 * YEAR, ...overrides });

/** Ten requests a second of 600 tokens in, 400 out. */
export const inferenceTask = (overrides: Partial<InferenceTask> = {}): InferenceTask =>
  support.chat({
    model: { kind: "catalog", id: "test-model" },
    load: { kind: "rate", requestsPerSecond: 10 },
    inputLength: { mean: 600, p95: 900 },
    outputLength: { mean: 400, p95: 500 },
    ...overrides,
  });

export const trainingTask = (overrides: Partial<TrainingTask> = {}): TrainingTask =>
  support.pretraining({
    model: { kind: "catalog", id: "test-model" },
    totalTokens: 300e9,
    deadlineSeconds: 1e6,
    sequenceLength: 2048,
    globalBatchTokens: 1e6,
    ...overrides,
  });
